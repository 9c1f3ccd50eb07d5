/** Keyword and positional arguments of a callable, those that it inherits or passes on too. */
import type { ApiArgument } from '../api.ts';
import { remembering } from '../memory.ts';
import { isClass } from './classNames.ts';
import type { Entries } from './entries.ts';
import type { Found, Names } from './names.ts';

const NOTHING: readonly never[] = [];
const DEEPEST = 4;

/** Looks arguments up. */
export class Arguments {
  readonly #known = new WeakMap<Found, (name: string) => ApiArgument | undefined>();

  constructor(
    private readonly entries: Entries,
    private readonly names: Names,
  ) {}

  /** The keyword `name` of a callable. */
  named(callee: Found, name: string): ApiArgument | undefined {
    let known = this.#known.get(callee);
    if (!known) this.#known.set(callee, (known = remembering((keyword) => this.#find(callee, keyword, 0))));
    return known(name);
  }

  #find(callee: Found, name: string, depth: number): ApiArgument | undefined {
    const { symbols } = this.entries;
    const keys = callee.isClass
      ? this.names.lineage(callee.name)
      : callee.symbols.map((symbol) => symbol.name);
    for (const key of keys) {
      const argument = symbols.get(key)?.args?.[name];
      if (argument && Object.hasOwn(symbols.get(key)!.args!, name)) return argument;
    }
    if (depth > DEEPEST) return undefined;
    for (const key of keys) {
      for (const other of symbols.get(key)?.argsOf ?? NOTHING) {
        const symbol = symbols.get(other);
        if (!symbol) continue;
        const found = { name: other, symbols: [symbol], isClass: isClass(other, symbol) };
        const argument = this.#find(found, name, depth + 1);
        if (argument) return argument;
      }
    }
    return undefined;
  }

  /** The positional parameters of a callable. */
  positional(callee: Found): readonly string[] {
    for (const symbol of callee.symbols) if (symbol.params) return symbol.params;
    if (!callee.isClass) return NOTHING;
    for (const key of this.names.lineage(callee.name)) {
      const params = this.entries.symbols.get(key)?.params;
      if (params) return params;
    }
    return NOTHING;
  }
}
