import assert from 'node:assert/strict';
import { cardDetail } from '../../../src/core/practice/cardDetail.ts';
import { deckOf, drillOf } from '../../../src/core/practice/deck.ts';
import type { Answer, Rating, ReviewEvent } from '../../../src/core/practice/event.ts';
import { mergeEvents } from '../../../src/core/practice/log.ts';
import { masteryOf } from '../../../src/core/practice/mastery.ts';
import { progressOf } from '../../../src/core/practice/progress.ts';
import { statisticsOf } from '../../../src/core/practice/statistics.ts';

const DAY = 86_400_000;
/** Monday, noon. */
const NOON = Date.UTC(2026, 10, 23, 12);
const now = { t: NOON, tz: 0 };
const items = ['a', 'b', 'c', 'd'].map((concept) => ({ concept, item: 'q' }));

let count = 0;
/** An answer so many days before noon. */
function answered(concept: string, daysAgo: number, rating: Rating): Answer {
  count += 1;
  const t = NOON - daysAgo * DAY;
  return {
    kind: 'answer',
    id: `e${count}`,
    t,
    tz: 0,
    concept,
    item: 'q',
    lang: 'en',
    rating,
    correct: rating > 1,
    ms: 1000,
  };
}

function deck(
  events: readonly ReviewEvent[],
  here: readonly string[] = [],
  caps = { newPerDay: 2, reviewsPerDay: 2 },
) {
  return deckOf(items, progressOf(mergeEvents(events)), now, new Set(here), caps);
}

describe('the deck', () => {
  it('begins with the open file', () => {
    assert.deepEqual(
      deck([], ['c']).queue.map(({ concept }) => concept),
      ['c', 'a'],
    );
  });

  it('asks what is due before what is new, and says what waits over the cap', () => {
    const events = ['a', 'b', 'c'].map((concept) => answered(concept, 30, 3));
    const { queue, due, waiting, fresh } = deck(events);
    assert.deepEqual({ due, waiting, fresh }, { due: 3, waiting: 1, fresh: 1 });
    assert.deepEqual(
      queue.map(({ concept }) => concept),
      ['a', 'b', 'd'],
    );
  });

  it('counts the new ones of today against the cap', () => {
    assert.equal(deck([answered('a', 0, 4), answered('b', 0, 4)]).fresh, 0);
    assert.equal(deck([answered('a', 1, 4), answered('b', 1, 4)]).fresh, 2);
  });

  it('leaves out what is set aside or rests, until it does no more', () => {
    const mark = { t: NOON - DAY, concept: 'a', item: 'q' };
    const suspended = deck([answered('a', 30, 3), { kind: 'suspend', id: 's', ...mark }]);
    assert.equal(suspended.due, 0);
    const rests = deck([answered('a', 30, 3), { kind: 'snooze', id: 's', ...mark, until: NOON + 1 }]);
    assert.equal(rests.due, 0);
    const rested = deck([answered('a', 30, 3), { kind: 'snooze', id: 's', ...mark, until: NOON }]);
    assert.equal(rested.due, 1);
  });

  it('gives the day that an undone answer was never there', () => {
    const answer = answered('a', 0, 4);
    assert.deepEqual(deck([answer, { kind: 'undo', id: 'u', t: NOON, target: answer.id }]), deck([]));
  });

  it('drills chosen concepts even when nothing is due', () => {
    const progress = progressOf(items.map(({ concept }) => answered(concept, 0, 4)));
    assert.equal(drillOf(items, progress, now).length, 4);
  });
});

describe('the figures of progress', () => {
  const topicOf = new Map(items.map(({ concept }) => [concept, concept === 'a' ? 'x' : 'y']));

  it('count recall only where a day lay between', () => {
    const events = [answered('a', 20, 3), answered('a', 19.99, 3), answered('a', 10, 3), answered('a', 2, 1)];
    assert.deepEqual(statisticsOf(progressOf(mergeEvents(events)), topicOf, now).retention, {
      answers: 2,
      recalled: 1,
    });
  });

  it('put what is overdue on today, and every answer on its day', () => {
    const { forecast, calendar, firstWeekday } = statisticsOf(
      progressOf(mergeEvents([answered('a', 40, 3), answered('b', 0, 4)])),
      topicOf,
      now,
    );
    assert.equal(forecast[0], 1);
    assert.equal(
      forecast.slice(1).reduce((sum, due) => sum + due, 0),
      1,
    );
    assert.deepEqual(
      [calendar.at(-1), calendar.at(-41), calendar.reduce((sum, day) => sum + day, 0)],
      [1, 1, 2],
    );
    // 83 days before a Monday it is a Tuesday.
    assert.equal(firstWeekday, 1);
  });

  it('count concepts by topic', () => {
    const progress = progressOf([answered('a', 0, 3), answered('b', 0, 3)]);
    assert.deepEqual(statisticsOf(progress, topicOf, now).topics, [
      { topic: 'x', concepts: 1, learning: 1, known: 0 },
      { topic: 'y', concepts: 3, learning: 1, known: 0 },
    ]);
  });
});

describe('the length of a card', () => {
  const known = progressOf(mergeEvents([120, 100, 60, 10].map((days) => answered('a', days, 4))));

  it('is full for newcomers, and without the setting', () => {
    assert.equal(cardDetail(progressOf([]), 'a', true, now), 'full');
    assert.equal(cardDetail(known, 'a', false, now), 'full');
  });

  it('is short for what is well known, with the setting', () => {
    assert.equal(masteryOf(known).get('a'), 'known');
    assert.equal(cardDetail(known, 'a', true, now), 'short');
    assert.equal(cardDetail(known, 'a', true, { t: NOON + 3000 * DAY, tz: 0 }), 'full');
  });

  it('is a line where the learner muted it, and can be undone', () => {
    const mute = { kind: 'mute' as const, id: 'm', t: NOON, concept: 'a' };
    assert.equal(cardDetail(progressOf([mute]), 'a', false, now), 'line');
    const unmute = { kind: 'unmute' as const, id: 'u', t: NOON + 1, concept: 'a' };
    assert.equal(cardDetail(progressOf([mute, unmute]), 'a', false, now), 'full');
  });
});
