import assert from 'node:assert/strict';
import { readBase } from '../../src/core/authoring/base.ts';
import { renderConcept, renderPage } from '../../src/core/authoring/render.ts';
import { openPages, pageRenderers, storedPages, type PageData } from '../../src/core/pages.ts';
import { exerciseOf } from '../../src/core/practice/exercise.ts';
import { good } from '../knowledge/folder.ts';

const base = readBase(good);
const concepts = base.concepts.map((draft) => renderConcept(draft, () => true)!);
const stored = base.concepts.map(({ pages: { en, es } }, i) =>
  storedPages({ en: en!.markdown, es: es!.markdown }, concepts[i]!),
);
const data: PageData = {
  ids: base.concepts.map(({ id }) => id),
  en: stored.map(({ en }) => en),
  es: stored.map(({ es }) => es),
  figures: Object.fromEntries(base.concepts.flatMap(({ id, figure }) => (figure ? [[id, figure]] : []))),
};
const pages = openPages(data, concepts);

describe('stored pages', () => {
  it('are those that were written', () => {
    for (const [i, draft] of base.concepts.entries()) {
      for (const lang of ['en', 'es'] as const) {
        const written = renderPage(
          draft,
          draft.pages[lang]!,
          pageRenderers((id) => data.ids.includes(id)),
        );
        assert.deepEqual(pages.page(data.ids[i]!, lang), written);
      }
    }
  });

  it('are rendered with formulas, colours, links and the figure of their language', () => {
    const page = pages.page('lora', 'es')!;
    assert.match(page.sections[0]!.html, /<div class="formula"><span class="tex display">W = W_0 \+ \\frac/);
    assert.match(page.sections[1]!.html, /<span class="tok-keyword">from<\/span> peft/);
    assert.match(
      page.sections[2]!.html,
      /QLoRA y el <a data-concept="fine-tuning" href="#fine-tuning">ajuste fino<\/a>/,
    );
    assert.match(page.figure!, /congelada/);
    assert.doesNotMatch(JSON.stringify(page), / style=/);
  });

  it('leave out the words of a formula that the card has, and put them back', () => {
    assert.match(data.en[1]!, /\n\n\*\*In words\.\*\*\n\n/);
    const html = pages.page('lora', 'en')!.sections[0]!.html;
    assert.match(
      html,
      /<strong>In words\.<\/strong> The new matrix is the frozen one plus a scaled product of two thin ones\.<\/p>/,
    );
  });

  it('leave out a summary that the card has, and put it back', () => {
    assert.ok(!data.en[0]!.includes('Training a pretrained model a little further'));
    assert.equal(
      pages.page('fine-tuning', 'en')!.summaryHtml,
      'Training a pretrained model a little further on your own task, from its learned weights.',
    );
    assert.match(data.en[1]!, /^# LoRA\n\nLoRA trains a pair of \*thin\* matrices/);
    assert.match(
      pages.page('lora', 'en')!.summaryHtml,
      /^LoRA trains a pair of <em>thin<\/em> matrices .*data-source="hu2021"/,
    );
  });

  it('are rendered once', () => {
    assert.equal(pages.page('lora', 'en'), pages.page('lora', 'en'));
    assert.notEqual(pages.page('lora', 'en'), pages.page('lora', 'es'));
  });

  it('know what they do not have', () => {
    assert.equal(pages.page('constructor', 'en'), undefined);
  });

  it('know what they can ask without being rendered, the same in both languages', () => {
    for (const lang of ['en', 'es'] as const) {
      const inPages = data.ids.flatMap((id) => {
        const page = pages.page(id, lang)!;
        return [
          ...page.quiz.map((item) => `${id} ${item.id}`),
          ...page.questions.map((question) => `${id} q:${question.id}`),
        ];
      });
      assert.deepEqual(
        pages.candidates().map(({ concept, item }) => `${concept} ${item}`),
        inPages,
      );
      for (const { concept, item } of pages.candidates())
        assert.ok(exerciseOf(pages.page(concept, lang)!, item));
    }
  });
});
