/** Long work as a generator: whoever has others to serve pauses between its steps, everybody else takes them at once. */

/** The end of the work, without pauses. */
export function allSteps<T>(steps: Generator<void, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
