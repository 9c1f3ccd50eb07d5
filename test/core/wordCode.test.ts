import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeWords, encodeWords } from '../../src/core/wordCode.ts';

const prose =
  'The model reads the tokens. THE MODEL, \\n\\nla Máquina; MODEL modeL ß STRASSE straße ŉ ﬁ İ 𝛼 漢字. '.repeat(
    3,
  );

describe('the word code', () => {
  it('gives back any text', () => {
    const piece = fc.oneof(
      fc.constantFrom(...prose.split(/(?<= )/)),
      fc
        .string({ unit: 'binary' })
        .filter((text) => ![...text].some((char) => '\u0002\u0003\u0004'.includes(char))),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = prose + pieces.join('');
        assert.equal(decodeWords(encodeWords(text)), text);
      }),
    );
  });

  it('gives back more words than there are codes', () => {
    const words = Array.from({ length: 6000 }, (_, i) =>
      [...i.toString(26)]
        .map((digit) => String.fromCharCode(97 + parseInt(digit, 26)))
        .join('')
        .padStart(4, 'z'),
    );
    const text = [...words, ...words, ...words].join(' ');
    assert.equal(decodeWords(encodeWords(text)), text);
  });

  it('is shorter than the text where words repeat', () => {
    const bytes = encodeWords('the attention of the model to the tokens of the text '.repeat(100)).length;
    assert.ok(bytes < 2600, `${bytes} bytes of 5300`);
  });

  it('refuses the characters that it needs itself', () => {
    assert.throws(() => encodeWords('a\u0003b'), RangeError);
  });
});
