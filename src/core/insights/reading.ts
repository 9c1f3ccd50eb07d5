/** Reading the settings of a call: what the user wrote, what the library would take instead, or that nobody knows yet. */
import type { ApiDefault } from '../api.ts';
import type { Lang } from '../concept.ts';
import type { Argument, Call, Mention, Value } from '../mention.ts';
import type { ModelMatch } from '../models.ts';

/** A mention with what is needed to explain its values. */
export interface Reading {
  readonly mention: Mention;
  readonly lang: Lang;
  /** The library's own default of an argument, by the callee's absolute name; `undefined` where none is known. */
  readonly defaultOf: (callee: string, argument: string) => ApiDefault | undefined;
}

/** What is known of one setting. */
export type Setting =
  | { readonly from: 'call'; readonly name: string; readonly value: Value }
  | { readonly from: 'default'; readonly name: string; readonly value: ApiDefault }
  /** Written, but as an expression that only running the program resolves. */
  | { readonly from: 'run-time'; readonly name: string }
  | { readonly from: 'nowhere' };

/** The setting under the first of its names that the call has, else the library's default. */
export function settingOf(reading: Reading, ...names: readonly string[]): Setting {
  const { call } = reading.mention;
  if (!call) return { from: 'nowhere' };
  for (const name of names) {
    const given = call.args.get(name);
    if (given)
      return given.value === undefined
        ? { from: 'run-time', name }
        : { from: 'call', name, value: given.value };
  }
  if (call.open) return { from: 'run-time', name: names[0] ?? '' };
  for (const name of names) {
    const value = reading.defaultOf(call.callee, name);
    if (value !== undefined && value !== null) return { from: 'default', name, value };
  }
  return { from: 'nowhere' };
}

/** A number, and whether it is the library's default. */
export interface KnownNumber {
  readonly name: string;
  readonly value: number;
  readonly isDefault: boolean;
}

/** A setting that is a finite number, or why there is none. Numbers in text (`"1.0e-4"`, from YAML) count. */
export function numberOf(
  reading: Reading,
  ...names: readonly string[]
): KnownNumber | 'run-time' | undefined {
  const setting = settingOf(reading, ...names);
  if (setting.from === 'run-time') return 'run-time';
  if (setting.from === 'nowhere') return undefined;
  // DeepSpeed's "auto": the Trainer fills the value in
  if (setting.value === 'auto') return 'run-time';
  const value = toNumber(setting.value);
  return value === undefined
    ? undefined
    : { name: setting.name, value, isDefault: setting.from === 'default' };
}

/** A setting that is true or false. */
export function flagOf(reading: Reading, ...names: readonly string[]): boolean | 'run-time' | undefined {
  const setting = settingOf(reading, ...names);
  if (setting.from === 'run-time') return 'run-time';
  if (setting.from === 'nowhere') return undefined;
  return typeof setting.value === 'boolean' ? setting.value : undefined;
}

/** A setting that is a text; library names (`torch.bfloat16`) give their last part. */
export function textOf(reading: Reading, ...names: readonly string[]): string | 'run-time' | undefined {
  const setting = settingOf(reading, ...names);
  if (setting.from === 'run-time') return 'run-time';
  if (setting.from === 'nowhere') return undefined;
  return asText(setting.value);
}

/** An argument that the call itself spells out, without defaults. */
export function givenValue(call: Call | undefined, name: string): Value | undefined {
  return call?.args.get(name)?.value;
}

/** Whether the call spells out, in whatever way, one of these arguments. */
export function isGiven(call: Call | undefined, ...names: readonly string[]): boolean {
  return names.some((name) => call?.args.has(name));
}

/** Whether the call spells the argument out as None, which for most libraries is as if it were absent. */
export function isNone(reading: Reading, name: string): boolean {
  const setting = settingOf(reading, name);
  return setting.from === 'call' && setting.value === null;
}

/**
 * Whether the card is about one of these arguments: it is hovered itself, or else the callee of a call that spells one
 * of them out as a value. A variable that holds what the call made is not about them.
 */
export function asksFor({ mention }: Reading, names: ReadonlySet<string>): boolean {
  const { argument, call, range } = mention;
  if (argument !== undefined) return names.has(argument);
  if (!call || range.start < call.range.start || range.end > call.range.end) return false;
  return [...names].some((name) => givenValue(call, name) !== undefined);
}

/** A value as text: strings as they are, library names by their last part. */
export function asText(value: Value | ApiDefault): string | undefined {
  if (typeof value === 'string') return value;
  if (isPlainObject(value) && value.kind === 'name') return value.name.slice(value.name.lastIndexOf('.') + 1);
  return undefined;
}

/** A value as a finite number. */
export function toNumber(value: Value | ApiDefault): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || !/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value.trim()))
    return undefined;
  return Number(value);
}

/** The model at hand: of the string, receiver or call, else the only one that the file names. */
export function modelOf({ mention }: Reading): ModelMatch | undefined {
  return mention.model ?? mention.base;
}

/** The call behind an argument whose value is itself a call of a known callee. */
export function innerCall(argument: Argument | undefined): Call | undefined {
  const value = argument?.value;
  return value !== undefined && isPlainObject(value) && value.kind === 'call' ? value.call : undefined;
}

function isPlainObject(
  value: Value | ApiDefault,
): value is Exclude<Value, string | number | boolean | null | readonly Value[]> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
