import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isAnswer } from '../../../src/core/practice/answer.ts';
import {
  asGuess,
  left,
  next,
  outcomeAt,
  ratingOf,
  readSession,
  skip,
  slotAt,
  startSession,
  undo,
  withAnswer,
  without,
  withHint,
  withNext,
} from '../../../src/core/practice/session.ts';
import type { Outcome, Session } from '../../../src/core/practice/session.ts';
import { orderOf } from '../../../src/core/practice/shuffle.ts';

const items = ['a', 'b', 'c'].map((item) => ({ concept: 'lora', item }));
const start = (limitMs = 0): Session => startSession(items, ['due'], limitMs, 'seed');
const right = (event: string): Outcome => ({ event, correct: true, rating: 3, ms: 5000 });
const wrong = (event: string): Outcome => ({ event, correct: false, rating: 1, ms: 5000 });
const asked = (session: Session): string[] => session.slots.map(({ item }) => item);

describe('a session', () => {
  it('asks once more, at the end, what was missed, in another order of options', () => {
    const session = next(withAnswer(start(), wrong('1')));
    assert.deepEqual(asked(session), ['a', 'b', 'c', 'a']);
    assert.notEqual(session.slots[3]!.seed, session.slots[0]!.seed);
  });

  it('goes on only after an answer, and takes one answer only', () => {
    const session = start();
    assert.equal(next(session), session);
    const once = withAnswer(start(), right('1'));
    assert.equal(withAnswer(once, wrong('2')), once);
  });

  it('ends after its answering time, not in the middle of a question', () => {
    const answered = withAnswer(start(4000), right('1'));
    assert.equal(slotAt(answered)?.item, 'a');
    assert.equal(slotAt(next(answered)), undefined);
    assert.equal(left(next(answered)), 0);
  });

  it('leaves out what is skipped or set aside', () => {
    assert.deepEqual(asked(skip(start())), ['b', 'c']);
    const missed = next(withAnswer(start(), wrong('1')));
    assert.deepEqual(asked(without(missed, items[0]!)), ['a', 'b', 'c']);
  });

  it('asks an easier item next', () => {
    const session = next(withNext(withAnswer(start(), wrong('1')), { concept: 'lora', item: 'easy' }));
    assert.equal(slotAt(session)?.item, 'easy');
  });

  it('counts a hint as hard and more hints as a miss', () => {
    assert.deepEqual(
      [ratingOf(true, 0), ratingOf(true, 1), ratingOf(true, 2), ratingOf(false, 0)],
      [3, 2, 1, 1],
    );
    assert.equal(next(withAnswer(withHint(start()), right('1'))).hints, 0);
  });

  it('asks a guess again', () => {
    const session = asGuess(withAnswer(start(), right('1')), '2');
    assert.deepEqual(outcomeAt(session), { ...right('2'), rating: 1 });
    assert.deepEqual(asked(next(session)), ['a', 'b', 'c', 'a']);
  });

  it('undoes every step back to its start, whatever was done', () => {
    const act = fc.constantFrom('right', 'wrong', 'guess', 'hint', 'next' as const);
    fc.assert(
      fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
        let session = start();
        const events: string[] = [];
        for (const [turn, one] of acts.entries()) {
          const event = `e${turn}`;
          const before = outcomeAt(session);
          if (one === 'next') session = next(session);
          else if (one === 'hint') session = withHint(session);
          else if (one === 'guess') session = asGuess(session, event);
          else session = withAnswer(session, one === 'right' ? right(event) : wrong(event));
          const after = outcomeAt(session);
          if (one === 'next' || one === 'hint' || after === before) continue;
          if (before) events.pop();
          if (after) events.push(after.event);
          assert.deepEqual(readSession(JSON.parse(JSON.stringify(session))), session);
        }
        while (events.length > 0) {
          const { session: earlier, target } = undo(session);
          assert.equal(target, events.pop());
          session = earlier;
        }
        assert.equal(undo(session).target, undefined);
        assert.deepEqual({ ...session, hints: 0 }, start());
      }),
    );
  });

  it('is read back only when it fits together', () => {
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(readSession(value), undefined)));
    assert.equal(readSession({ ...start(), at: 7 }), undefined);
  });
});

describe('an order of options', () => {
  it('is the same for a seed, has every option, and puts each one everywhere about as often', () => {
    const places = Array.from({ length: 3 }, () => 0);
    for (let seed = 0; seed < 3000; seed += 1) {
      const order = orderOf(3, seed);
      assert.deepEqual(order, orderOf(3, seed));
      assert.deepEqual([...order].sort(), [0, 1, 2]);
      places[order.indexOf(0)]! += 1;
    }
    for (const count of places) assert.ok(Math.abs(count - 1000) < 120, places.join());
  });
});

describe('a typed answer', () => {
  const cases: readonly (readonly [string, string, boolean])[] = [
    ['Atencion', 'atención', true],
    ['fine tuning', 'fine-tuning', true],
    ['lora alpha', 'lora_alpha', true],
    ['0.25', '0.25', true],
    ['025', '0.25', false],
    ['2.5', '25', false],
    ['+', '+', true],
    ['-', '+', false],
    ['', 'r', false],
  ];
  for (const [typed, answer, expected] of cases)
    it(`${typed || 'nothing'} ${expected ? 'is' : 'is not'} ${answer}`, () =>
      assert.equal(isAnswer(typed, [answer]), expected));
});
