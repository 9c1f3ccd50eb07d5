/** The words that names of code are made of. */

/** Where `camelCase` and `HTTPServer` change. */
export const CASE_CHANGE = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;

/** `clear_kvCache` -> `clear`, `kv`, `Cache`. */
export function wordsOfName(name: string): string[] {
  // most names have no capitals, and looking for where they begin takes longest
  const parts = name.split('_');
  return (CAPITAL.test(name) ? parts.flatMap((part) => part.split(CASE_CHANGE)) : parts).filter(Boolean);
}

const CAPITAL = /[A-Z]/;
