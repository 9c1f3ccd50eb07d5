/** Outlines with steps instead of places, in a coarser unit: smaller numbers, which compress a third better. */

/** How many numbers each command of MathJax's fonts takes; upper case is absolute. */
const ARGUMENTS: Readonly<Record<string, number>> = { M: 2, L: 2, T: 2, Q: 4, H: 1, V: 1, Z: 0 };

/** The path in relative commands and whole units; throws for other commands than those of MathJax's fonts. */
export function relativePath(path: string, unit = 1): string {
  const commands = [...path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  let result = '';
  for (const [, command, text] of commands) {
    const numbers = (text!.match(/-?\d+(?:\.\d+)?/g) ?? []).map((number) => Math.round(Number(number) / unit));
    const count = ARGUMENTS[command!];
    if (count === undefined || (count === 0 ? numbers.length > 0 : numbers.length === 0 || numbers.length % count > 0))
      throw new Error(`an outline with the command ${command} is not understood: ${path}`);
    if (command === 'Z') {
      [x, y] = [startX, startY];
      result += 'z';
      continue;
    }
    const steps: number[] = [];
    for (let i = 0; i < numbers.length; i += count) {
      const [before, after] = [x, y];
      const group = numbers.slice(i, i + count);
      if (command === 'H') x = group[0]!;
      else if (command === 'V') y = group[0]!;
      else [x, y] = group.slice(-2) as [number, number];
      if (command === 'H') steps.push(x - before);
      else if (command === 'V') steps.push(y - after);
      else steps.push(...group.map((number, place) => number - (place % 2 === 0 ? before : after)));
      if (command === 'M' && i === 0) [startX, startY] = [x, y];
    }
    result += command!.toLowerCase() + steps.map((step) => Number(step.toFixed(3))).join(' ').replace(/ -/g, '-');
  }
  return result;
}
