import assert from 'node:assert/strict';
import fc from 'fast-check';
import { AdaptiveBits, AdaptiveNumbers, RangeDecoder, RangeEncoder } from '../../src/core/rangeCode.ts';

describe('the range code', () => {
  it('gives back bits of any chance', () => {
    const bits = fc.array(fc.tuple(fc.integer({ min: 1, max: 65_535 }), fc.integer({ min: 0, max: 1 })));
    fc.assert(
      fc.property(bits, (written) => {
        const encoder = new RangeEncoder();
        for (const [chance, bit] of written) encoder.bit(chance, bit);
        const decoder = new RangeDecoder(encoder.finish());
        for (const [chance, bit] of written) assert.equal(decoder.bit(chance), bit);
      }),
    );
  });

  it('carries over through bytes of 255', () => {
    const unlikely = Array.from({ length: 20_000 }, (_, at) => (at % 997 === 0 ? 1 : 0));
    const encoder = new RangeEncoder();
    for (const bit of unlikely) encoder.bit(at(bit), bit);
    const decoder = new RangeDecoder(encoder.finish());
    for (const bit of unlikely) assert.equal(decoder.bit(at(bit)), bit);

    function at(bit: number): number {
      return bit === 1 ? 3 : 65_535;
    }
  });

  it('gives back numbers in their contexts', () => {
    const numbers = fc.array(fc.tuple(fc.nat(3), fc.oneof(fc.nat(20), fc.nat(2 ** 20 - 2))));
    fc.assert(
      fc.property(numbers, (written) => {
        const encoder = new RangeEncoder();
        const writing = new AdaptiveNumbers(4);
        for (const [context, number] of written) writing.code(encoder, context, number);
        const decoder = new RangeDecoder(encoder.finish());
        const reading = new AdaptiveNumbers(4);
        assert.deepEqual(
          written.map(([context]) => [context, reading.code(decoder, context, 0)]),
          written,
        );
      }),
    );
  });

  it('spends next to nothing on what is always the same', () => {
    const encoder = new RangeEncoder();
    const bits = new AdaptiveBits(1);
    for (let count = 0; count < 10_000; count += 1) bits.code(encoder, 0, 1);
    assert.ok(encoder.finish().length < 40);
  });

  it('reads any bytes without harm', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const decoder = new RangeDecoder(bytes);
        const numbers = new AdaptiveNumbers(1);
        for (let count = 0; count < 100; count += 1) assert.ok(numbers.code(decoder, 0, 0) < 2 ** 21);
      }),
    );
  });
});
