/** Chance that can be repeated: the same seed gives the same order, on every render and after a reload. */

/** The numbers from 0 to `length - 1` in an order that depends on the seed alone (Fisher–Yates). */
export function orderOf(length: number, seed: number): number[] {
  const order = [...Array(length).keys()];
  let state = seed >>> 0;
  for (let i = length - 1; i > 0; i -= 1) {
    state = mixed(state);
    const j = Math.floor((state / 4_294_967_296) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** A seed from a text: FNV-1a, then mixed, as texts that differ in one letter must not give alike orders. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixed(hash >>> 0);
}

/** One step of SplitMix32, an equidistributed mixer of 32 bits. */
function mixed(seed: number): number {
  let z = (seed + 0x9e3779b9) >>> 0;
  z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
  z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
  return (z ^ (z >>> 15)) >>> 0;
}
