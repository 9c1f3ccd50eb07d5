/** The words that names of code are made of. */

/** Where `camelCase` and `HTTPServer` change. */
export const CASE_CHANGE = /(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g;

/** `clear_kvCache` -> `clear`, `kv`, `Cache`. */
export function wordsOfName(name: string): string[] {
  return name
    .split('_')
    .flatMap((part) => part.split(CASE_CHANGE))
    .filter(Boolean);
}
