/** The review log under everything that may happen to it: every review survives, and every order gives one state. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { ReviewEvent } from '../../../src/core/practice/event.ts';
import { eventLine, mergeEvents, momentAfter, parseLog } from '../../../src/core/practice/log.ts';
import { progressOf } from '../../../src/core/practice/progress.ts';
import { anyEvents, history } from './events.ts';

describe('the review log', () => {
  it('merges in any order', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (a, b) => assert.deepEqual(mergeEvents(a, b), mergeEvents(b, a))),
    );
  });

  it('merges in any grouping', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, anyEvents, (a, b, c) =>
        assert.deepEqual(mergeEvents(mergeEvents(a, b), c), mergeEvents(a, mergeEvents(b, c))),
      ),
    );
  });

  it('merges a log with itself to itself', () => {
    fc.assert(
      fc.property(anyEvents, (a) => assert.deepEqual(mergeEvents(a, a, mergeEvents(a)), mergeEvents(a))),
    );
  });

  it('loses no event of any file', () => {
    fc.assert(
      fc.property(anyEvents, anyEvents, (a, b) => {
        const ids = new Set(mergeEvents(a, b).map(({ id }) => id));
        assert.deepEqual(ids, new Set([...a, ...b].map(({ id }) => id)));
      }),
    );
  });

  it('replays what came at once in the order in which it came', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(fc.uuid(), fc.nat(1)), { selector: ([id]) => id }), (steps) => {
        let now = 1_700_000_000_000;
        let last = 0;
        const made = steps.map(([id, ms]): ReviewEvent => {
          now += ms;
          last = momentAfter(last, now);
          return { kind: 'mute', id, t: last, concept: 'lora' };
        });
        assert.deepEqual(mergeEvents(made), made);
      }),
    );
  });

  it('believes a clock that was set back', () => {
    assert.equal(momentAfter(1_700_000_000_000, 1_699_999_999_000), 1_700_000_000_001);
    assert.equal(momentAfter(1_700_000_000_000, 1_699_996_400_000), 1_699_996_400_000);
  });

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const { events: read, problems } = parseLog(events.map(eventLine).join(''), 'a.jsonl');
        assert.deepEqual(read, events);
        assert.deepEqual(problems, []);
      }),
    );
  });

  it('replays shuffled, doubled and split files to the same progress', () => {
    fc.assert(
      fc.property(
        history.chain((events) =>
          fc.tuple(
            fc.constant(events),
            fc.shuffledSubarray(events, { minLength: events.length }),
            fc.nat(events.length),
          ),
        ),
        ([events, shuffled, cut]) => {
          const files = [shuffled.slice(0, cut), shuffled, shuffled.slice(cut)].map(
            (part, index) => parseLog(part.map(eventLine).join(''), `${index}.jsonl`).events,
          );
          assert.deepEqual(progressOf(mergeEvents(...files)), progressOf(mergeEvents(events)));
        },
      ),
    );
  });

  it('answers with valid moments whatever the clocks did', () => {
    fc.assert(
      fc.property(history, (events) => {
        for (const { memory } of progressOf(mergeEvents(events)).items.values()) {
          for (const value of [memory.due, memory.stability, memory.difficulty, memory.last])
            assert.ok(Number.isFinite(value), JSON.stringify(memory));
          assert.ok(memory.due >= memory.last);
          assert.ok(memory.due - memory.last <= 366 * 86_400_000, 'nothing further off than a year');
        }
      }),
    );
  });

  it('never throws, and keeps what is whole in damaged text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), history, (noise, events) => {
        const text = `${noise}\n${events.map(eventLine).join('')}`;
        assert.deepEqual(parseLog(text, 'a.jsonl').events.slice(-events.length || Infinity), events);
      }),
    );
  });

  it('reads a file that was cut anywhere up to its last whole line', () => {
    fc.assert(
      fc.property(history, fc.double({ min: 0, max: 1, noNaN: true }), (events, part) => {
        const text = events.map(eventLine).join('');
        const cut = text.slice(0, Math.floor(text.length * part));
        const whole = cut.split('\n').length - 1;
        const { events: read, problems } = parseLog(cut, 'a.jsonl');
        // A cut just before a line end leaves one more whole event.
        assert.ok(read.length === whole || read.length === whole + 1);
        assert.deepEqual(read, events.slice(0, read.length));
        assert.ok(problems.length <= 1 && problems.every(({ line }) => line === whole + 1));
      }),
    );
  });

  it('drops events that JSON allows and the log does not', () => {
    const answer = eventLine(sample);
    const spoilt = [
      answer.replace('"rating":3', '"rating":5'),
      answer.replace('"rating":3', '"rating":"3"'),
      answer.replace(/"t":\d+/, '"t":1e300'),
      answer.replace('"kind":"answer"', '"kind":"constructor"'),
      answer.replace('"concept":"lora"', '"concept":""'),
      '[]\n',
      'null\n',
      `${'['.repeat(4000)}\n`,
    ];
    for (const line of spoilt) assert.equal(parseLog(line, 'a.jsonl').events.length, 0, line.slice(0, 80));
    const twice = parseLog(answer.replace('{', '{"__proto__":{"rating":1},'), 'a.jsonl');
    assert.deepEqual(twice.events, [sample]);
  });
});

const sample: ReviewEvent = {
  kind: 'answer',
  id: 'a',
  t: 1_763_900_000_000,
  tz: 60,
  concept: 'lora',
  item: 'scale',
  lang: 'en',
  rating: 3,
  correct: true,
  ms: 4000,
};
