import assert from 'node:assert/strict';
import { readBase } from '../../../src/core/authoring/base.ts';
import { renderConcept, renderPage } from '../../../src/core/authoring/render.ts';
import type { ChoiceItem, ClozeItem } from '../../../src/core/concept.ts';
import { good } from '../../knowledge/folder.ts';

const base = readBase(good);
const lora = base.concepts.find(({ id }) => id === 'lora')!;
const isConcept = (id: string): boolean => base.concepts.some((concept) => concept.id === id);
const renderers = {
  isConcept,
  formula: (tex: string, display: boolean) => (display ? `[[${tex}]]` : `[${tex}]`),
  code: (text: string) => text.replace(/[<>&]/g, ''),
};
const page = renderPage(lora, lora.pages.en!, renderers);

describe('a rendered concept', () => {
  it('has what a card needs, with relations to written concepts only', () => {
    assert.deepEqual(renderConcept(lora, isConcept), {
      id: 'lora',
      topic: 'peft',
      terms: {
        en: { name: 'LoRA', aliases: ['low-rank adaptation', 'adapter'] },
        es: { name: 'LoRA', aliases: ['adaptación de bajo rango'] },
      },
      ambiguous: ['adapter'],
      triggers: ['peft.LoraConfig', 'peft.LoraConfig(r=)', 'config:adapter=lora'],
      relations: { prerequisites: ['fine-tuning'], partOf: [], contrasts: [], related: [] },
      summary: {
        en: 'LoRA trains a pair of *thin* matrices beside a frozen one, usually under 1 % of the parameters.',
        es: 'LoRA entrena un par de matrices *delgadas* junto a una congelada, por lo general menos del 1 % de los parámetros.',
      },
      formula: {
        words: {
          en: 'The new matrix is the frozen one plus a scaled product of two thin ones.',
          es: 'La matriz nueva es la congelada más un producto escalado de dos delgadas.',
        },
      },
      hasFigure: true,
    });
  });

  it('understands a term to avoid as an alias', () => {
    const tuning = base.concepts.find(({ id }) => id === 'fine-tuning')!;
    assert.deepEqual(renderConcept(tuning, isConcept)?.terms.es, {
      name: 'ajuste fino',
      aliases: ['fine-tuning', 'afinado'],
    });
  });
});

describe('a rendered page', () => {
  it('numbers citations in the order in which they are met', () => {
    assert.deepEqual(page.citations, ['hu2021', 'peft-lora-config']);
    assert.equal(
      page.questions[0]!.answerHtml,
      '<p>A way to fine-tune with few trained numbers <span class="cites">[' +
        '<a class="cite" data-source="hu2021" href="#source-hu2021">1</a>, ' +
        '<a class="cite" data-source="peft-lora-config" href="#source-peft-lora-config">2</a>]</span>.</p>',
    );
  });

  it('nests lists and keeps their first line tight', () => {
    assert.match(
      page.sections[0]!.html,
      /<ol><li>\[r\] sets how many directions the update can use.<\/li><li>\[\\alpha\] sets how loudly it speaks:<ul><li>too small, and nothing is learned;<\/li><li>too large, and training diverges.<\/li><\/ul><\/li><\/ol>/,
    );
  });

  it('links written concepts and shows planned ones as text', () => {
    assert.match(
      page.sections[2]!.html,
      /See QLoRA and <a data-concept="fine-tuning" href="#fine-tuning">fine-tuning<\/a>\./,
    );
  });

  it('shows code as code', () => {
    assert.equal(
      page.sections[1]!.html,
      '<pre class="code" data-language="python"><code># peft 0.21\nfrom peft import LoraConfig\n\n' +
        'config = LoraConfig(r=16, lora_alpha=32)  # the scale is 2\nprint("one of two")</code></pre>',
    );
  });

  it('gives answers as text too', () => {
    assert.equal(page.questions[1]!.answerText, 'Because adapting needs few directions, say x < 8 · 10^3.');
  });

  it('explains every option', () => {
    assert.deepEqual((page.quiz[0] as ChoiceItem).options[1], {
      html: 'It drops from 2 to 0.25.',
      right: true,
      whyHtml: '<p>16 / 64 = 0.25.</p>',
    });
    assert.equal(page.quiz[2]!.form, 'true-false');
  });

  it('leaves a gap and keeps its answers out of the stem', () => {
    const item = page.quiz[3] as ClozeItem;
    assert.equal(
      item.stemHtml,
      '<p>After training, the update can be <span class="gap">____</span> into the weights.</p>',
    );
    assert.deepEqual(item.answers, ['merged', 'folded']);
  });

  it('shows the figure in its own language, without comments', () => {
    const figure = renderPage(lora, lora.pages.es!, renderers).figure!;
    assert.match(figure, /<title>LoRA junto a una matriz congelada<\/title>/);
    assert.doesNotMatch(figure, /\{\{|<!--/);
  });

  it('escapes what looks like markup', () => {
    const hostile = good.map((file) =>
      file.path === 'peft/lora.en.md'
        ? { ...file, text: file.text.replace('A way to', '<b>A</b> "way" & `<i>` to') }
        : file,
    );
    const draft = readBase(hostile).concepts.find(({ id }) => id === 'lora')!;
    const { answerHtml } = renderPage(draft, draft.pages.en!, renderers).questions[0]!;
    assert.match(answerHtml, /^<p>&lt;b&gt;A&lt;\/b&gt; &quot;way&quot; &amp; <code>&lt;i&gt;<\/code> to/);
  });
});
