import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeTexts, encodeTexts } from '../../src/core/wordCode.ts';

const prose =
  'The model reads the tokens. the MODEL, \n\nla Máquina;la maquina  la **modelo** ¿modelo? - model \\model x model` MODEL modeL ß STRASSE straße ŉ ﬁ İ 𝛼 漢字. '.repeat(
    3,
  );

describe('the word code', () => {
  it('gives back any texts', () => {
    const piece = fc.oneof(
      fc.constantFrom(...prose.split(/(?<= )|(?=\*)|(?=\n)/)),
      fc
        .string({ unit: 'binary' })
        .filter((text) => ![...text].some((char) => '\0\u0002\u0003\u0004\u0005\u0006'.includes(char))),
    );
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => prose + pieces.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), (texts) => {
        assert.deepEqual(again(texts), texts);
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
    assert.deepEqual(again([text, '']), [text, '']);
  });

  it('spends a byte on a frequent word with its blank and its capital', () => {
    const sentence = 'The attention of the model reads the text. ';
    const bytes = encodeTexts([sentence.repeat(100)]).length;
    assert.ok(bytes < 1100, `${bytes} bytes for 800 words and 100 stops`);
  });

  it('refuses the characters that it needs itself', () => {
    assert.throws(() => encodeTexts(['a\u0003b']), RangeError);
  });
});

function again(texts: readonly string[]): string[] {
  const decoding = decodeTexts(encodeTexts(texts));
  for (;;) {
    const { done, value } = decoding.next();
    if (done === true) return value;
  }
}
