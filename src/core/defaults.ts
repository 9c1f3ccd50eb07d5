/** The library's own defaults, from the catalogue, as the insights ask for them. */
import type { ApiDefault } from './api.ts';
import type { Catalogue } from './catalogue.ts';

/** The default of an argument of a callee given in trigger notation; `undefined` where the catalogue knows none. */
export function defaultsOf(
  catalogue: Catalogue,
): (callee: string, argument: string) => ApiDefault | undefined {
  return (callee, argument) => {
    const found = callee.includes('()') ? catalogue.memberNamed(callee) : catalogue.named(callee);
    return found && catalogue.argument(found, argument)?.default;
  };
}
