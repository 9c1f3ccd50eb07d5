/** On a concept's page: makes its hover one line, or shows it in full again. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Lang } from '../../core/concept.ts';
import { listen, post } from '../host.ts';
import { record } from '../outbox.ts';
import { tell } from './phrases.ts';

/** Follows what cards and other windows say of the concept. */
export function MuteButton({ id, lang }: { id: string; lang: Lang }): JSX.Element | null {
  const [muted, setMuted] = useState<boolean>();
  useEffect(() => {
    post({ type: 'getProgress' });
    return listen((message) => {
      if (message.type === 'progress') setMuted(message.muted.includes(id));
      if (message.type === 'reviewsChanged') post({ type: 'getProgress' });
    });
  }, [id]);
  if (muted === undefined) return null;
  return (
    <button
      class="plain"
      onClick={() => record({ type: 'mark', mark: muted ? 'unmute' : 'mute', concept: id })}
    >
      {tell(muted ? 'unmuteHover' : 'muteHover', lang)}
    </button>
  );
}
