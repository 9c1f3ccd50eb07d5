import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { formsOf } from '../../src/core/inflection.ts';
import { remembering } from '../../src/core/memory.ts';

describe('answers that are remembered', () => {
  it('are worked out once, nothing too', () => {
    const asked: string[] = [];
    const lengthOf = remembering((text) => {
      asked.push(text);
      return text.length > 3 ? { length: text.length } : undefined;
    });
    for (const text of ['token', 'tok', 'token', 'tok']) lengthOf(text);
    assert.equal(lengthOf('token')?.length, 5);
    assert.equal(lengthOf('tok'), undefined);
    assert.deepEqual(asked, ['token', 'tok']);
  });

  it('end a question that comes back to itself', () => {
    const outer = remembering((text): { of: unknown } => ({ of: outer(text) }));
    assert.deepEqual(outer('self'), { of: undefined });
  });

  it('are forgotten together when there are too many', () => {
    let asked = 0;
    const same = remembering((text) => {
      asked += 1;
      return text;
    }, 2);
    for (const text of ['one', 'two', 'one', 'three', 'three', 'one']) assert.equal(same(text), text);
    assert.equal(asked, 4);
  });

  it('do not keep the texts that the words were cut from', () => {
    const before = heap();
    for (let i = 0; i < 40; i++) {
      const text = Buffer.from(`hyperparameterization${i} `.padEnd(1_000_000, 'x')).toString();
      formsOf(text.slice(0, text.indexOf(' ')));
    }
    assert.ok(heap() - before < 10_000_000);
  });
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

function heap(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
