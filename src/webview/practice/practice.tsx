/** Practice: a start page with what there is to do, then one exercise at a time, all of it by keyboard. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Candidate, Exercise } from '../../core/practice/exercise.ts';
import { itemKey } from '../../core/practice/itemKey.ts';
import { readSession, slotAt, startSession } from '../../core/practice/session.ts';
import type { Session } from '../../core/practice/session.ts';
import type { View } from '../app.tsx';
import { keepPart, keptPart, listen, post } from '../host.ts';
import { say } from '../phrases.ts';
import { Running } from './running.tsx';
import { Start } from './start.tsx';
import type { Wish } from './start.tsx';

/** A session over the given concepts, or over what is due; the one that a reload interrupted goes on. */
export function Practice({ concepts, ...view }: View & { concepts: readonly string[] }): JSX.Element {
  const { lang } = view;
  const [session, setSession] = useState(() => interrupted(concepts));
  const [exercises, setExercises] = useState<ReadonlyMap<string, Exercise>>(new Map());
  const [waiting, setWaiting] = useState(0);
  const [wish, setWish] = useState<Wish | undefined>(
    session || concepts.length === 0 ? undefined : { here: false, limitMs: 0 },
  );

  const change = (changed: Session | undefined) => {
    setSession(changed);
    keepPart(SESSION, changed);
  };
  const learn = (more: readonly Exercise[]) =>
    setExercises(
      (known) =>
        new Map([...known, ...more.map((each) => [itemKey(each.concept, each.item), each] as const)]),
    );

  useEffect(() => {
    if (!session) return;
    const items = new Map(session.slots.map((slot) => [itemKey(slot.concept, slot.item), slot]));
    post({
      type: 'getItems',
      items: [...items.values()].map(({ concept, item }) => ({ concept, item })),
      lang,
    });
    return listen((message) => {
      if (message.type !== 'items') return;
      learn(message.exercises);
      // An own line that is gone, or an item that a new version no longer has, cannot be asked.
      const there = new Set(message.exercises.map((each) => itemKey(each.concept, each.item)));
      change(withoutMissing(session, there));
    });
  }, []);

  useEffect(() => {
    if (!wish) return;
    const stop = listen((message) => {
      if (message.type !== 'exercises') return;
      stop();
      learn(message.exercises);
      setWaiting(message.waiting);
      const about = concepts.length > 0 ? concepts : [DUE];
      change(startSession(message.exercises, about, wish.limitMs, crypto.randomUUID()));
      setWish(undefined);
    });
    post({ type: 'getExercises', concepts: [...concepts], here: wish.here, lang });
    return stop;
  }, [wish]);

  if (wish) return <p class="quiet">{say('loading', lang)}</p>;
  if (!session) return <Start {...view} onWish={setWish} />;
  const slot = slotAt(session);
  const exercise = slot && exercises.get(itemKey(slot.concept, slot.item));
  if (slot && !exercise) return <p class="quiet">{say('loading', lang)}</p>;
  return (
    <Running
      {...view}
      session={session}
      exercise={exercise}
      waiting={waiting}
      onChange={change}
      onLearn={learn}
      onAgain={() => {
        change(undefined);
        if (concepts.length > 0) setWish({ here: false, limitMs: 0 });
      }}
    />
  );
}

const SESSION = 'session';
const DUE = 'due';

/** The kept session, when it was started here and is not over. */
function interrupted(concepts: readonly string[]): Session | undefined {
  const session = readSession(keptPart(SESSION));
  if (!session || !slotAt(session)) return undefined;
  const about = concepts.length > 0 ? concepts : [DUE];
  return session.about.join() === about.join() ? session : undefined;
}

function withoutMissing(session: Session, there: ReadonlySet<string>): Session {
  const isThere = ({ concept, item }: Candidate) => there.has(itemKey(concept, item));
  const slots = session.slots.filter((slot, index) => index < session.at || isThere(slot));
  return slots.length === session.slots.length
    ? session
    : {
        ...session,
        slots,
        outcomes: session.outcomes.slice(0, Math.min(session.at, slots.length)),
        hints: 0,
      };
}
