/** The library's own defaults, from the catalogue and the kinds of config files, as the insights ask for them. */
import type { ApiDefault } from './api.ts';
import type { Engine } from './engine.ts';

/**
 * The default of an argument of a callee given in trigger notation, or of a key of a kind of config file
 * (`config:axolotl`); `undefined` where none is known.
 */
export function defaultsOf({
  catalogue,
  configs,
}: Pick<Engine, 'catalogue' | 'configs'>): (callee: string, argument: string) => ApiDefault | undefined {
  return (callee, argument) => {
    if (callee.startsWith('config:')) return configs.default(callee.slice('config:'.length), argument);
    const found = callee.includes('()') ? catalogue.memberNamed(callee) : catalogue.named(callee);
    return found && catalogue.argument(found, argument)?.default;
  };
}
