import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { drawFormula } from '../../scripts/knowledge/formulaPicture.ts';
import { relativePath } from '../../scripts/knowledge/relativePath.ts';
import { SCHEMAS } from '../../scripts/knowledge/schema.ts';
import { readSources } from '../../src/core/authoring/sources.ts';
import { sharedRuns } from '../../scripts/knowledge/seedOverlap.ts';
import { readBase } from '../../src/core/authoring/base.ts';
import { FIGURE_CLASSES } from '../../src/core/authoring/figure.ts';
import { highlight, TOKEN_CLASSES } from '../../src/core/authoring/highlight.ts';
import { MATH_CLASSES } from '../../src/core/authoring/mathml.ts';
import { skeletonFiles } from '../../src/core/authoring/template.ts';
import { formulaPicture } from '../../src/core/formulaPicture.ts';
import { formulaData } from '../../scripts/knowledge/formulaMarks.ts';
import { changed, complaints, good } from './folder.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('skeletons of a new concept', () => {
  it('lack nothing but what the author has to write', () => {
    const said = complaints([...good, ...skeletonFiles('peft', 'prefix-tuning')]);
    const rest = said.filter((line) => !/: write this part: it still says (?:TODO|PENDIENTE)\b/.test(line));
    assert.deepEqual(rest, []);
    assert.equal(said.length, 2, 'one complaint per page');
  });
});

describe('the schemas', () => {
  for (const [name, text] of Object.entries(SCHEMAS)) {
    it(`are those that the parser would write: ${name}`, () => assert.equal(read(`knowledge/${name}`), text()));
  }

  it('are where the manifest says, for every YAML file of a pack', () => {
    const { yamlValidation } = (
      JSON.parse(read('package.json')) as { contributes: { yamlValidation: { fileMatch: string; url: string }[] } }
    ).contributes;
    assert.deepEqual(
      yamlValidation.map(({ fileMatch, url }) => [fileMatch, url]),
      [
        ['.nlp-lens/*/*.yaml', './knowledge/concept.schema.json'],
        ['.nlp-lens/topics.yaml', './knowledge/topics.schema.json'],
        ['.nlp-lens/sources.yaml', './knowledge/sources.schema.json'],
      ],
    );
  });

  it('accept the sources that the reader accepts, and no address that it refuses', () => {
    interface Property {
      readonly pattern?: string;
    }
    const schema = JSON.parse(read('knowledge/sources.schema.json')) as {
      additionalProperties: { properties: Record<string, Property> };
    };
    const { properties } = schema.additionalProperties;
    const accepts = (key: string, value: unknown): boolean =>
      new RegExp(properties[key]!.pattern ?? '', 'u').test(String(value));
    const { entries } = readSources(read('knowledge/sources.yaml'), (line, message) =>
      assert.fail(`${line}: ${message}`),
    );
    for (const { id: _, line, ...source } of entries.values())
      for (const [key, value] of Object.entries(source)) assert.ok(accepts(key, value), `${line}: ${key}`);
    for (const bad of ['javascript:alert(1)', 'http://example.org/', 'https://localhost', 'https://a.b c/'])
      assert.equal(accepts('url', bad), false, bad);
  });
});

describe('sentences shared with the seed', () => {
  const seed = 'Antes.\nUna manera de hacer ajuste fino con pocos números entrenados, que se usa mucho.';

  it('are found whatever the accents, case and line breaks', () => {
    assert.deepEqual(sharedRuns(readBase(good), seed), [
      {
        file: 'peft/lora.es.md',
        line: 38,
        run: 'una manera de hacer ajuste fino con pocos numeros entrenados',
      },
    ]);
  });

  it('may be shorter than eight words, or titles', () => {
    assert.deepEqual(sharedRuns(readBase(good), 'Una manera de hacer ajuste fino con.'), []);
    const title = 'A way to fine-tune with few trained numbers in NLP';
    const titled = readBase(changed({ file: 'sources.yaml', from: 'PEFT 0.21, lora/config.py', to: title }));
    assert.deepEqual(sharedRuns(titled, 'A way to fine-tune with few trained numbers.'), []);
    assert.equal(sharedRuns(readBase(good), 'A way to fine-tune with few trained numbers.').length, 1);
  });
});

describe('relative outlines', () => {
  const cases = [
    ['M10 20L15 25H5V0Z', 'm10 20l5 5h-10v-25z'],
    ['M1 1Q2 3 4 5T8 9Z', 'm1 1q1 2 3 4t4 4z'],
    ['M0 0H5ZM10 10V5Z', 'm0 0h5zm10 10v-5z'],
  ] as const;
  for (const [path, expected] of cases) it(path, () => assert.equal(relativePath(path), expected));

  it('take the unit that they are asked for', () => {
    assert.equal(relativePath('M10 20L15 26H5V1Z', 4), 'm3 5l1 2h-3v-7z');
  });

  it('refuse other commands', () => {
    assert.throws(() => relativePath('M1 1C2 2 3 3 4 4'), /command C/);
  });
});

describe('formula pictures', () => {
  const data = formulaData([{ id: 'lora', en: drawFormula('W = W_0 + \\frac{\\alpha}{r} B A') }]);
  const picture = formulaPicture(data, 'lora', 'es', '#abcdef')!;

  it('are whole and small, in the colour asked for, without styles or scripts', () => {
    assert.ok(picture.svg.length < 6000, String(picture.svg.length));
    assert.match(picture.svg, /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="[-\d. ]+"><defs><path id=/);
    assert.match(picture.svg, /fill="#abcdef"/);
    assert.doesNotMatch(picture.svg, /currentColor|style=|data-|<script|<g>|\d\.\d{4}/);
    assert.equal(picture.svg.match(/<g[ >]/g)?.length, picture.svg.match(/<\/g>/g)?.length);
    for (const [, id] of picture.svg.matchAll(/<use[^>]* href="#([^"]+)"/g)) {
      assert.ok(picture.svg.includes(`<path id="${id}" d="m`), id);
    }
  });

  it('keep each glyph once', () => {
    assert.equal(picture.svg.match(/href="#g0"/g)?.length, 2);
    assert.equal(picture.svg.match(/id="g0"/g)?.length, 1);
    assert.equal(data.glyphs.outlines.length, 8);
    assert.ok(data.drawings['lora']!.en.length < 100, data.drawings['lora']!.en);
  });

  it('know their size in pixels', () => {
    assert.deepEqual([picture.width, picture.height], [114, 28]);
  });

  it('are absent where there is no formula', () => {
    assert.equal(formulaPicture(data, 'constructor', 'en', '#000000'), undefined);
  });

  it('refuse what is not LaTeX', () => {
    assert.throws(() => drawFormula('\\frac{'), /Missing close brace/);
  });
});

describe('classes that the compiler writes', () => {
  const styles = ['base.css', 'math.css', 'code.css'].map((file) => read(`src/webview/${file}`)).join('\n');

  for (const name of new Set([...MATH_CLASSES.values(), ...TOKEN_CLASSES, ...FIGURE_CLASSES])) {
    // `label` is text as it is.
    if (name !== '' && name !== 'label') {
      it(`have a style: ${name}`, () => {
        assert.ok(new RegExp(`\\.${name}(?![\\w-])`).test(styles), `no rule for .${name}`);
      });
    }
  }
});

describe('coloured code', () => {
  it('is the same text', () => {
    const code = 'class A(B):\n    """doc"""\n    x = f(1, "a<b", None)  # note & more\n';
    const html = highlight(code, 'python');
    const text = html.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    assert.equal(text, code);
    assert.match(html, /<span class="tok-keyword">class<\/span> <span class="tok-type">A<\/span>/);
    assert.match(html, /<span class="tok-comment"># note &amp; more<\/span>/);
  });

  it('knows YAML, JSON and shell', () => {
    assert.match(highlight('a: 1 # x\nb: "c"', 'yaml'), /<span class="tok-key">a<\/span>: <span class="tok-number">1<\/span> <span class="tok-comment"># x/);
    assert.match(highlight('{"a": true}', 'json'), /<span class="tok-key">&quot;a&quot;<\/span>: <span class="tok-constant">true/);
    assert.match(highlight('pip install -U peft', 'bash'), /^<span class="tok-function">pip<\/span> install <span class="tok-key">-U<\/span> peft$/);
  });
});
