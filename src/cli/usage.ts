/** Reading arguments, the same way in every command. */

/** Wrong arguments: the message and the usage are printed and the exit code is 2. */
export class UsageError extends Error {}

/** Arguments taken apart: names without `--`, and what is no flag. */
export interface Options {
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

/** Takes the arguments apart; `flags` stand alone, `values` are followed by one. Anything else with `-` is an error. */
export function readOptions(
  args: readonly string[],
  flags: readonly string[],
  values: readonly string[],
): Options {
  const found = { flags: new Set<string>(), values: new Map<string, string>(), rest: [] as string[] };
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    const [name = '', inline] = arg.startsWith('--') ? arg.slice(2).split('=', 2) : [];
    if (!arg.startsWith('-') || arg === '-') found.rest.push(arg);
    else if (flags.includes(name) && inline === undefined) found.flags.add(name);
    else if (values.includes(name)) {
      const value = inline ?? args[++i];
      if (value === undefined) throw new UsageError(`--${name} needs a value`);
      found.values.set(name, value);
    } else throw new UsageError(`unknown option ${arg}`);
  }
  return found;
}

/** `--lang`, English where it is not given. */
export function langOf({ values }: Options): 'en' | 'es' {
  const lang = values.get('lang') ?? 'en';
  if (lang !== 'en' && lang !== 'es') throw new UsageError(`--lang is es or en, not ${lang}`);
  return lang;
}
