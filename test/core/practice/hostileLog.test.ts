/** A review log may come from a bad sync, a merge tool or somebody else: whatever it holds, progress can be computed. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportJson, importJson } from '../../../src/core/practice/exchange.ts';
import { eventLine, mergeEvents, parseLog, readEvent } from '../../../src/core/practice/log.ts';
import { masteryOf } from '../../../src/core/practice/mastery.ts';
import { progressOf } from '../../../src/core/practice/progress.ts';
import { readSession } from '../../../src/core/practice/session.ts';
import { statisticsOf } from '../../../src/core/practice/statistics.ts';
import { syncStep, unpack } from '../../../src/core/practice/sync.ts';
import { readHostMessage } from '../../../src/core/hostMessages.ts';
import { readPageMessage } from '../../../src/core/messages.ts';
import { readStop } from '../../../src/core/stop.ts';

const name = fc.constantFrom(
  'lora',
  '__proto__',
  'constructor',
  'toString',
  'a\u0000b',
  '<b>',
  '](command:x)',
  '',
);
const moment = fc.oneof(
  fc.constantFrom(946_684_800_000, 4_102_444_800_000, 1_700_000_000_000),
  fc.integer({ min: 946_684_800_000, max: 4_102_444_800_000 }),
  fc.constantFrom(-1, 0, 1e300, Infinity, NaN, '5', null),
);
/** Nearly an event: most have every field, of the right kind or not. */
const almost = fc.record({
  kind: fc.constantFrom(
    'answer',
    'undo',
    'suspend',
    'resume',
    'reset',
    'mute',
    'unmute',
    'snooze',
    '__proto__',
    7,
  ),
  id: fc.oneof(name, fc.uuid()),
  t: moment,
  tz: fc.constantFrom(-1440, 0, 60, 1440, 1e9, 'x'),
  concept: name,
  item: fc.option(name, { nil: undefined }),
  lang: fc.constantFrom('en', 'es', 'fr'),
  rating: fc.constantFrom(1, 2, 3, 4, 5, '3'),
  correct: fc.constantFrom(true, false, 1),
  chosen: fc.constantFrom(undefined, 0, 20, 21),
  ms: fc.constantFrom(0, 60_000, 60_001, -1),
  target: fc.oneof(name, fc.uuid()),
  until: moment,
});

describe('a hostile review log', () => {
  it('gives progress, figures and the same log again', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.array(almost, { maxLength: 40 }), (values) => {
        const text = values.map((value) => JSON.stringify(value)).join('\n');
        const { events } = parseLog(text, 'log');
        const progress = progressOf(mergeEvents(events));
        const now = { t: 1_700_000_000_000, tz: 60 };
        const statistics = statisticsOf(progress, new Map([['lora', 'peft']]), now);
        for (const count of [...statistics.forecast, ...statistics.calendar])
          assert.ok(Number.isInteger(count));
        for (const { memory } of progress.items.values()) assert.ok(Number.isFinite(memory.due));
        masteryOf(progress);
        const again = importJson(exportJson(events));
        assert.deepEqual(again?.events ?? [], mergeEvents(events));
        assert.deepEqual(parseLog(events.map(eventLine).join(''), 'log').events, events);
        const { toKeep, toPublish } = syncStep([], JSON.stringify({ v: 1, rows: values.map(Object.values) }));
        for (const event of [...toKeep, ...unpack(toPublish)]) assert.deepEqual(readEvent(event), event);
        assert.equal(({} as Record<string, unknown>)['concept'], undefined);
      }),
      { numRuns: 600 },
    );
  });

  it('of any text and any value is nothing, and throws nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.jsonValue(), (text, value) => {
        parseLog(text, 'log');
        importJson(text);
        unpack(text);
        unpack(value);
        syncStep([], value);
        assert.equal(readEvent(value), undefined);
        readSession(value);
        assert.equal(readPageMessage(value), undefined);
        assert.equal(readHostMessage(value), undefined);
        assert.equal(readStop(value), undefined);
      }),
      { numRuns: 2000 },
    );
  });

  it('of a hundred thousand lines about one item and as many resets is read', () => {
    const t = 1_700_000_000_000;
    const events = Array.from({ length: 50_000 }, (_, i) => [
      { kind: 'mute', id: `a${i}`, t: t + i, concept: `c${i}` },
      { kind: 'reset', id: `b${i}`, t: t + i, concept: `c${i}` },
    ]).flat();
    const parsed = parseLog(events.map((event) => JSON.stringify(event)).join('\n'), 'log').events;
    assert.equal(parsed.length, 100_000);
    assert.equal(progressOf(mergeEvents(parsed)).muted.size, 50_000);
  }).timeout(20_000);
});
