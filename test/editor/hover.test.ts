import { equal, matches, ok } from './expect.ts';
import { hoverText, openNotebook, openSample } from './samples.ts';

/** Where a card must appear in samples/ (`|` is the cursor), and what its text must say. */
const cards: readonly (readonly [file: string, marked: string, text: RegExp])[] = [
  ['train_lora.py', 'lora = Lo|raConfig(', /LoRA/],
  ['train_lora.py', '    |r=8,', /LoRA/],
  ['train_lora.py', 'AutoTokenizer.from_|pretrained', /tokeni/i],
  ['train_lora.py', 'Fine|-tune a chat model', /fine-tuning/i],
  ['classify_reviews.py', 'Auto|Tokenizer.from', /tokeni/i],
  ['generate_text.py', 'model.|generate(**inputs, max', /./],
  ['generate_text.py', 'do_sample=True, temper|ature=1.3', /temperature/i],
];

/** Where no card may appear: everyday words outside machine learning, and plain Python. */
const traps: readonly (readonly [file: string, marked: string])[] = [
  ['thermostat.py', 'self.temper|ature = sensor'],
  ['thermostat.py', 'self.mas|k = mask'],
  ['thermostat.py', 'def he|ad(self'],
  ['thermostat.py', 'return adap|ter.head'],
  ['thermostat.py', '    temper|ature = sensor.read()'],
  ['thermostat.py', 'tok|en = batch'],
  ['generate_text.py', 'for na|me, options'],
  ['classify_reviews.py', 'im|port numpy'],
];

describe('hover', () => {
  for (const [file, marked, text] of cards) {
    it(`shows a card at ${marked} of ${file}`, async () => {
      matches(await hoverText(await openSample(file), marked), text);
    });
  }

  for (const [file, marked] of traps) {
    it(`shows nothing at ${marked} of ${file}`, async () => {
      equal(await hoverText(await openSample(file), marked), '');
    });
  }

  it('knows the names of earlier cells of a notebook', async () => {
    const notebook = await openNotebook('semantic_search.ipynb');
    const cell = notebook
      .getCells()
      .find(({ document }) => document.getText().includes('model.encode(sentences'));
    ok(cell, 'the notebook has lost its cell');
    matches(await hoverText(cell.document, 'model.en|code(sentences'), /embedding/i);
  });
});
