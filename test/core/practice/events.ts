/** Random review logs, for the properties that must hold for every one of them. */
import fc from 'fast-check';
import type { Rating, ReviewEvent } from '../../../src/core/practice/event.ts';

const START = 1_760_000_000_000;
const moment = fc.integer({ min: START, max: START + 400 * 86_400_000 });
const concept = fc.constantFrom('lora', 'attention', 'bpe');
const item = fc.constantFrom('scale', 'q:what-is-it', 'pairs');

/** One event whose id comes from a small set, so that ids collide as in damaged copies. */
function eventWith(id: fc.Arbitrary<string>): fc.Arbitrary<ReviewEvent> {
  const answer = fc
    .record(
      {
        kind: fc.constant('answer' as const),
        id,
        t: moment,
        tz: fc.integer({ min: -12, max: 14 }).map((hours) => hours * 60),
        concept,
        item,
        lang: fc.constantFrom('en' as const, 'es' as const),
        rating: fc.constantFrom<Rating>(1, 2, 3, 4),
        correct: fc.boolean(),
        chosen: fc.nat(3),
        ms: fc.nat(60_000),
      },
      {
        requiredKeys: ['kind', 'id', 't', 'tz', 'concept', 'item', 'lang', 'rating', 'correct', 'ms'],
        noNullPrototype: true,
      },
    )
    .map((event) => event as ReviewEvent);
  const undo = fc.record(
    {
      kind: fc.constant('undo' as const),
      id,
      t: moment,
      target: fc.nat(40).map((number) => `e${number}`),
    },
    { noNullPrototype: true },
  );
  const mark = fc
    .record(
      {
        kind: fc.constantFrom('suspend', 'resume', 'reset', 'mute', 'unmute'),
        id,
        t: moment,
        concept,
        item,
      },
      { requiredKeys: ['kind', 'id', 't', 'concept'], noNullPrototype: true },
    )
    .map((event) => event as ReviewEvent);
  const snooze = fc.record(
    {
      kind: fc.constant('snooze' as const),
      id,
      t: moment,
      concept,
      item,
      until: moment,
    },
    { noNullPrototype: true },
  );
  return fc.oneof(
    { weight: 6, arbitrary: answer },
    { weight: 1, arbitrary: undo },
    { weight: 1, arbitrary: mark },
    { weight: 1, arbitrary: snooze },
  );
}

/** Events as they come, ids repeated with different contents now and then. */
export const anyEvents: fc.Arbitrary<ReviewEvent[]> = fc.array(
  eventWith(fc.nat(40).map((number) => `e${number}`)),
  { maxLength: 25 },
);

/** A log as one device writes it: every id once. */
export const history: fc.Arbitrary<ReviewEvent[]> = anyEvents.map((events) =>
  events.map((event, index) => ({ ...event, id: `e${index}` })),
);
