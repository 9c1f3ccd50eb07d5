/** How many tests passed and failed. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** The line that people and build servers read: `N passed, N failed`, and what did not run. */
export function closingLine({ passed, failed }: Counts, rest = ''): string {
  return `${passed} passed, ${failed} failed${rest === '' ? '' : `; ${rest}`}`;
}
