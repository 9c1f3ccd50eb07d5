/** The few assertions this suite needs: the browser worker has no node:assert. */
export function equal(actual: unknown, expected: unknown, what = ''): void {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (left !== right) throw new Error(`${what} expected ${short(right)}, got ${short(left)}`.trim());
}

/** Fails unless the text matches. */
export function matches(actual: string, pattern: RegExp): void {
  if (!pattern.test(actual)) throw new Error(`expected ${pattern} in: ${short(actual)}`);
}

/** Fails unless the condition holds. */
export function ok(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(what);
}

/** Cards carry pictures of twenty thousand characters. */
function short(text = 'undefined'): string {
  return text.length > 400 ? `${text.slice(0, 400)} …` : text;
}
