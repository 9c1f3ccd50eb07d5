/** Where one is and was: places, the way back with the scroll position of each, and the way forward. */
import type { Place, Stop } from './stop.ts';

/** Places in the order they were visited, the last being the current one; `ahead` is what forward returns to. */
export interface Trail {
  readonly past: readonly Stop[];
  readonly ahead: readonly Stop[];
}

/** The start page. */
export const HOME: Place = { view: 'browse', query: '' };

/** The current stop. */
export function here({ past }: Trail): Stop {
  return past.at(-1) ?? { place: HOME, scroll: 0 };
}

/** The same way with the current place read down to `scroll`. */
export function scrolled(trail: Trail, scroll: number): Trail {
  return { ...trail, past: left(trail, scroll) };
}

/** The trail of a page that starts at `first`, after the stops that it kept of the time before. */
export function resume(kept: readonly Stop[], first: Stop | undefined): Trail {
  const past = kept.length > 0 ? kept : [{ place: HOME, scroll: 0 }];
  const before = { past, ahead: [] };
  return first ? scrolled(goTo(before, first.place, here(before).scroll), first.scroll) : before;
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
