import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readLzma } from '../../src/core/lzma.ts';
import { allSteps } from '../../src/core/steps.ts';
import { lzma } from '../../scripts/knowledge/lzma.ts';

/** What repeats itself near and far, in lengths of all kinds. */
const repetitive = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 12 }),
      fc
        .tuple(fc.uint8Array({ minLength: 1, maxLength: 5 }), fc.nat(400))
        .map(([part, times]) =>
          Uint8Array.from({ length: part.length * times }, (_, at) => part[at % part.length]!),
        ),
      fc.nat(7).map((seed) => Uint8Array.from({ length: 200 }, (_, at) => (at * at * (seed + 3)) >> 3)),
    ),
    { maxLength: 20 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

describe('LZMA', function () {
  // the encoder takes its time on a busy machine
  this.timeout(20_000);

  it('reads what the build writes, with any contexts of literals and matches', async () => {
    await fc.assert(
      fc.asyncProperty(repetitive, fc.nat(8), fc.nat(4), async (bytes, literalBits, placeBits) => {
        assert.deepEqual(allSteps(readLzma(await lzma(bytes, literalBits, placeBits))), bytes);
      }),
      { numRuns: 15 },
    );
  });

  it('reads what liblzma wrote with contexts of places', () => {
    const odd = Array.from({ length: 120 }, (_, i) => String.fromCharCode(48 + ((i * i) % 75))).join('');
    const text = [
      'the model reads the tokens; the tokens become vectors. '.repeat(3),
      odd,
      'los vectores, los tokens, the model. '.repeat(2),
      'x'.repeat(300),
    ].join('');
    const file = Buffer.from(
      'xwAAAQCTAgAAAAAAAAA6GgiiA3egauC9o5Ig/QFfQo4n7M6iBJYF+HsTbgxDOUGAlpL7cDlPnSJk5yKt+DDC8xxhG0aJ7RUEsBiuoMzU' +
        '2bG3tiN82G6OnxoUqWZZ77SRZgLB4rtA3DUiVzINgvLpAEEZF3/9UudtvxJt8H4AU8QLilCxnpvxxThv/XkbDIkuPQd1+gLfsDqT' +
        'zlY1GDiHxTNVqNqWNZP26q8n///9vo5Y',
      'base64',
    );
    assert.equal(Buffer.from(allSteps(readLzma(file))).toString(), text);
  });

  it('reads a long file in steps, and what repeats from its very beginning', async () => {
    const noise = Uint8Array.from({ length: 40_000 }, (_, n) => Math.imul(n, 2_654_435_761) >>> 13);
    const bytes = Uint8Array.from([...noise, ...noise.subarray(0, 5000)]);
    const steps = readLzma(await lzma(bytes));
    let count = 0;
    for (let step = steps.next(); ; step = steps.next(), count += 1)
      if (step.done === true) {
        assert.ok(Buffer.from(bytes).equals(step.value));
        break;
      }
    assert.ok(count > 5, `${count} steps`);
  });

  it('writes the same file for the same bytes', async () => {
    const bytes = new TextEncoder().encode('tokens, tokens and more tokens. '.repeat(50));
    assert.deepEqual(await lzma(bytes, 8), await lzma(bytes, 8));
  });

  it('says that a file is broken, cut off or too large', async () => {
    const noise = Uint8Array.from({ length: 5000 }, (_, n) => Math.imul(n * n, 2_654_435_761) >>> 13);
    const file = await lzma(noise);
    const long = Uint8Array.from(file);
    long[12] = 1;
    const read = (bytes: Uint8Array, most?: number) => allSteps(readLzma(bytes, most));
    assert.throws(() => read(new Uint8Array(0)), /no LZMA file/);
    assert.throws(() => read(new TextEncoder().encode('{"not": "compressed at all"}')), /no LZMA file/);
    assert.throws(() => read(file.subarray(0, file.length - 20)), /broken/);
    assert.throws(() => read(file, 4999), /more than 4999 bytes/);
    assert.throws(() => read(long), /more than/);
  });

  it('ends on whatever a file holds, with the bytes it promised or an error', async () => {
    const file = await lzma(new TextEncoder().encode('the model reads the tokens, one by one. '.repeat(20)));
    const change = fc.tuple(fc.integer({ min: 13, max: file.length - 1 }), fc.nat(255));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 5 }), (changes) => {
        const other = Uint8Array.from(file);
        for (const [at, byte] of changes) other[at] = byte;
        try {
          assert.equal(allSteps(readLzma(other)).length, 800);
        } catch (error) {
          assert.match(String(error), /LZMA file/);
        }
      }),
    );
  });
});
