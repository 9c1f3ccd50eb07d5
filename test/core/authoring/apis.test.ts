import assert from 'node:assert/strict';
import { parseApis } from '../../../src/core/authoring/apis.ts';

const head = "library: peft\nchecked: '0.21.0'\nsymbols:\n";

describe('catalogue files', () => {
  it('reads names relative to the library and others in full', () => {
    const { library, problems } = parseApis(
      `${head}  PeftModel: { extends: transformers.PreTrainedModel }\n  get_peft_model: { returns: [PeftModel, self] }\n`,
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(library?.symbols, [
      { name: 'peft.PeftModel', concepts: [], extends: ['transformers.PreTrainedModel'] },
      { name: 'peft.get_peft_model', concepts: [], returns: ['peft.PeftModel', 'self'] },
    ]);
  });

  it('keeps defaults apart from their absence', () => {
    const { library } = parseApis(
      `${head}  LoraConfig: { args: { r: { default: 8 }, bias: { default: null }, x: {} } }\n`,
    );
    const args = library?.symbols[0]?.args ?? {};
    assert.deepEqual(
      Object.entries(args).map(([name, argument]) => [name, 'default' in argument, argument.default]),
      [
        ['r', true, 8],
        ['bias', true, null],
        ['x', false, undefined],
      ],
    );
  });

  const wrong: [string, number, RegExp][] = [
    ['  LoraConfig: { concept: [lora] }', 4, /concept: is not one of/],
    ['  LoraConfig: { concepts: [lora] }', 4, /needs one line of meaning/],
    [
      '  LoraConfig:\n    args:\n      r: { concepts: [LoRA], en: a, es: b }',
      6,
      /'LoRA' is not a concept id/,
    ],
    ['  LoraConfig: { en: only }', 4, /es: is one line of meaning in Spanish/],
    ['  peft LoraConfig: {}', 4, /is not a name such as/],
    ['  f: { args: { old: { renamed: { to: new } } } }', 4, /since: is the version/],
    ['  f: [', 5, /./],
  ];
  for (const [yaml, line, message] of wrong) {
    it(`points at ${yaml.trim().split('\n').at(-1)}`, () => {
      const { problems } = parseApis(`${head}${yaml}\n`);
      assert.equal(problems[0]?.line, line);
      assert.match(problems[0].message, message);
    });
  }
});
