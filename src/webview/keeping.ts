/** Where one is, kept over being hidden and over a reload of the window. */
import { useEffect } from 'preact/hooks';
import { readStop } from '../core/stop.ts';
import { here, resume, scrolled } from '../core/trail.ts';
import type { Trail } from '../core/trail.ts';
import type { Following } from './bar.tsx';
import { keep, keptPart, post } from './host.ts';

/**
 * The trail to start with. A document that comes out of hiding goes on with its own state; a new one begins at the
 * stop that the extension wrote into it, as its state may be older than the reload.
 */
export function keptTrail(): Trail {
  const stops = keptPart('trail');
  const past = Array.isArray(stops) ? stops.flatMap((stop) => readStop(stop) ?? []) : [];
  const { first, document: id } = document.documentElement.dataset;
  const isNew = first !== undefined && keptPart('document') !== id;
  return resume(past, isNew ? readStop(JSON.parse(first)) : undefined);
}

/** Whether the page followed the cursor. */
export function keptFollowing(): Following {
  const following = keptPart('following');
  return following === 'on' || following === 'pinned' ? following : 'off';
}

/** Keeps both, here and with the extension: at every step, and when scrolling comes to rest. */
export function useKept(trail: Trail, following: Following): void {
  useEffect(() => {
    const save = (now: Trail) => {
      keep({ trail: now.past, following, document: document.documentElement.dataset['document'] });
      post({ type: 'keepStop', stop: here(now) });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onScroll = () => {
      clearTimeout(timer);
      timer = setTimeout(() => save(scrolled(trail, window.scrollY)), REST_MS);
    };
    save(trail);
    window.addEventListener('scroll', onScroll);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('scroll', onScroll);
    };
  }, [trail, following]);
}

const REST_MS = 150;
