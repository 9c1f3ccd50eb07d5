/** Where one is and was: places, the way back with the scroll position of each, and the way forward. */
import type { Place } from './messages.ts';

/** Places in the order they were visited, the last being the current one; `ahead` is what forward returns to. */
export interface Trail {
  readonly past: readonly Stop[];
  readonly ahead: readonly Stop[];
}

/** A place, and how far down it was read. */
export interface Stop {
  readonly place: Place;
  readonly scroll: number;
}

/** The start page. */
export const HOME: Place = { view: 'browse', query: '' };

/** The current stop. */
export function here({ past }: Trail): Stop {
  return past.at(-1) ?? { place: HOME, scroll: 0 };
}

/** Goes to a place; the one left behind remembers its scroll position. */
export function goTo(trail: Trail, place: Place, scroll: number): Trail {
  if (JSON.stringify(here(trail).place) === JSON.stringify(place)) return trail;
  return { past: [...left(trail, scroll), { place, scroll: 0 }].slice(-LONGEST), ahead: [] };
}

/** Shows a place instead of the current one: the cursor moved on, and each of its stops would flood the way back. */
export function goInstead(trail: Trail, place: Place): Trail {
  if (JSON.stringify(here(trail).place) === JSON.stringify(place)) return trail;
  return { past: [...trail.past.slice(0, -1), { place, scroll: 0 }], ahead: [] };
}

/** Back by one. */
export function goBack(trail: Trail, scroll: number): Trail {
  const past = left(trail, scroll);
  const stop = past.at(-1);
  return stop && past.length > 1 ? { past: past.slice(0, -1), ahead: [stop, ...trail.ahead] } : trail;
}

/** Forward by one. */
export function goForward(trail: Trail, scroll: number): Trail {
  const [next, ...ahead] = trail.ahead;
  return next ? { past: [...left(trail, scroll), next], ahead } : trail;
}

const LONGEST = 50;

function left({ past }: Trail, scroll: number): readonly Stop[] {
  const last = past.at(-1);
  return last ? [...past.slice(0, -1), { ...last, scroll }] : [];
}
