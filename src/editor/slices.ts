/** Long work in slices: the extension host is shared, and a hover must not wait for a pack. */

/** A function to call between steps: it gives the others their turn when the slice is used up. */
export function inSlices(milliseconds = 12): () => Promise<void> {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < milliseconds) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  };
}

/** The end of work that comes in steps, with turns for the others between them. */
export async function stepByStep<T>(steps: Generator<void, T>): Promise<T> {
  const nextSlice = inSlices();
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    await nextSlice();
  }
}
