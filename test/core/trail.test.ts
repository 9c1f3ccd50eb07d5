import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  goBack,
  goForward,
  goInstead,
  goTo,
  here,
  HOME,
  resume,
  scrolled,
  type Trail,
} from '../../src/core/trail.ts';

const start: Trail = { past: [{ place: HOME, scroll: 0 }], ahead: [] };
const concept = (id: string) => ({ view: 'concept', id }) as const;

describe('the trail', () => {
  it('goes back to where one was reading, and forward again', () => {
    const there = goTo(goTo(start, concept('lora'), 120), concept('qlora'), 700);
    const back = goBack(there, 40);
    assert.deepEqual(here(back), { place: concept('lora'), scroll: 700 });
    assert.deepEqual(here(goBack(back, 0)), { place: HOME, scroll: 120 });
    assert.deepEqual(here(goForward(back, 700)), { place: concept('qlora'), scroll: 40 });
  });

  it('is not lengthened by going where one is, nor by following the cursor', () => {
    const there = goTo(start, concept('lora'), 0);
    assert.equal(goTo(there, concept('lora'), 50), there);
    const followed = goInstead(goInstead(there, concept('rope')), concept('qlora'));
    assert.deepEqual(here(goBack(followed, 0)).place, HOME);
  });

  it('begins where the document says, with the way there behind it', () => {
    const first = { place: concept('lora'), scroll: 300 };
    assert.deepEqual(resume([], first).past, [...start.past, first]);
    assert.deepEqual(resume([], undefined), start);
    const kept = goTo(start, concept('lora'), 0).past;
    assert.deepEqual(resume(kept, first).past, [...start.past, first], 'the same place, read on');
    assert.deepEqual(resume(kept, undefined).past, kept);
    const older = scrolled(goTo(start, concept('rope'), 0), 90).past;
    assert.deepEqual(resume(older, first).past, [...older, first], 'the state was older than the document');
  });

  it('never loses the last place, and back undoes forward', () => {
    const move = fc.oneof(
      fc.constantFrom('back', 'forward'),
      fc.string({ minLength: 1, maxLength: 3 }).map((id) => concept(id)),
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 200 }), (moves) => {
        let trail = start;
        for (const each of moves) {
          trail =
            each === 'back'
              ? goBack(trail, 1)
              : each === 'forward'
                ? goForward(trail, 1)
                : goTo(trail, each as ReturnType<typeof concept>, 1);
          assert(trail.past.length >= 1 && trail.past.length + trail.ahead.length <= 51);
          if (trail.ahead.length > 0)
            assert.deepEqual(here(goBack(goForward(trail, 1), 1)).place, here(trail).place);
        }
      }),
    );
  });
});
