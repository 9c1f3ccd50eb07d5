/** Practice: a start page with what there is to do, then one exercise at a time, all of it by keyboard. */
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { Candidate, Exercise } from '../../core/practice/exercise.ts';
import { itemKey } from '../../core/practice/itemKey.ts';
import { skip, slotAt, startSession } from '../../core/practice/session.ts';
import type { Session } from '../../core/practice/session.ts';
import type { View } from '../app.tsx';
import { listen, post } from '../host.ts';
import { say } from '../phrases.ts';
import { Running } from './running.tsx';
import { Start } from './start.tsx';
import type { Wish } from './start.tsx';

/** A session over the given concepts, or over what is due; the one that a reload interrupted goes on. */
export function Practice({ concepts, ...view }: View & { concepts: readonly string[] }): JSX.Element {
  const { lang } = view;
  const about = concepts.length > 0 ? concepts : [DUE];
  const [session, setSession] = useState<Session>();
  const [exercises, setExercises] = useState<ReadonlyMap<string, Exercise>>(new Map());
  const [waiting, setWaiting] = useState(0);
  const [wish, setWish] = useState<Wish>();
  const [asked, setAsked] = useState(false);

  const change = (changed: Session | undefined) => {
    setSession(changed);
    post({ type: 'keepSession', session: changed ?? null });
  };
  const learn = (more: readonly Exercise[]) =>
    setExercises(
      (known) =>
        new Map([...known, ...more.map((each) => [itemKey(each.concept, each.item), each] as const)]),
    );

  useEffect(() => {
    const stop = listen((message) => {
      if (message.type !== 'session') return;
      stop();
      setAsked(true);
      const { session: kept } = message;
      if (kept && kept.about.join() === about.join()) {
        // An own line that is gone, or an item that a new version no longer has, cannot be asked.
        const there = new Set(message.exercises.map((each) => itemKey(each.concept, each.item)));
        const usable = withoutMissing(kept, there);
        if (slotAt(usable)) {
          learn(message.exercises);
          return setSession(usable);
        }
      }
      if (concepts.length > 0) setWish({ here: false, limitMs: 0 });
    });
    post({ type: 'getSession', lang });
    return stop;
  }, []);

  useEffect(() => {
    if (!wish) return;
    const stop = listen((message) => {
      if (message.type !== 'exercises') return;
      stop();
      learn(message.exercises);
      setWaiting(message.waiting);
      change(startSession(message.exercises, about, wish.limitMs, crypto.randomUUID()));
      setWish(undefined);
    });
    post({ type: 'getExercises', concepts: [...concepts], here: wish.here, lang });
    return stop;
  }, [wish]);

  const slot = session && slotAt(session);
  const exercise = slot && exercises.get(itemKey(slot.concept, slot.item));
  useEffect(() => {
    // Taking back an answer may lead to an own line that is gone.
    if (session && slot && !exercise) change(skip(session));
  }, [slot, exercise]);

  if (wish || !asked) return <p class="quiet">{say('loading', lang)}</p>;
  if (!session) return <Start {...view} onWish={setWish} />;
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

/** What a session is about that was not started for chosen concepts. */
const DUE = 'due';

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
