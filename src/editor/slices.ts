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
