import assert from 'node:assert/strict';
import { readBase } from '../../src/core/authoring/base.ts';
import { openPages, type StoredPage } from '../../src/core/pages.ts';
import { exerciseOf } from '../../src/core/practice/exercise.ts';
import { good } from '../knowledge/folder.ts';

const stored: readonly StoredPage[] = readBase(good).concepts.map(({ id, pages, figure }) => ({
  id,
  en: pages.en!.markdown,
  es: pages.es!.markdown,
  ...(figure && { figure }),
}));
const pages = openPages(stored);

describe('stored pages', () => {
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

  it('are rendered once', () => {
    assert.equal(pages.page('lora', 'en'), pages.page('lora', 'en'));
    assert.notEqual(pages.page('lora', 'en'), pages.page('lora', 'es'));
  });

  it('know what they do not have', () => {
    assert.equal(pages.page('constructor', 'en'), undefined);
  });

  it('know what they can ask without being rendered, the same in both languages', () => {
    for (const lang of ['en', 'es'] as const) {
      const inPages = stored.flatMap(({ id }) => {
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
