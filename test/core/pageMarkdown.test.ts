import assert from 'node:assert/strict';
import { readBase } from '../../src/core/authoring/base.ts';
import { renderPage } from '../../src/core/authoring/render.ts';
import { pageMarkdown } from '../../src/core/pageMarkdown.ts';
import { pageRenderers } from '../../src/core/pages.ts';
import { good } from '../knowledge/folder.ts';

const base = readBase(good);
const renderers = pageRenderers(() => true);

/** What a page loses on purpose: ids and tags of questions and items, link targets, and the form of citations. */
function comparable(markdown: string): string[] {
  return markdown
    .replace(/ \{#[\w-]+\}/g, '')
    .replace(/^### [\w-]+ \(.*\)\n\n/gm, '')
    .replace(/\[([^\]@]+)\]\([a-z-]+\)/g, '$1')
    .replace(/ ?\[(?:@|\d)[^\]]*\]/g, '')
    .replace(/==([^|=]+)\|[^=]*==/g, '____')
    .replace(/\n## (?:Sources|Fuentes)\n[^]*$/, '')
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

describe('a page as Markdown', () => {
  for (const concept of base.concepts) {
    for (const lang of ['en', 'es'] as const) {
      it(`says what its source says: ${concept.id}, ${lang}`, () => {
        const page = renderPage(concept, concept.pages[lang]!, renderers);
        const source = good.find(({ path }) => path === `${concept.topic}/${concept.id}.${lang}.md`)!.text;
        const written = pageMarkdown(page, lang, [...base.sources.entries.values()]);
        // The explanation of a gap names the answer first, as the stem does not hold it.
        const expected = comparable(source);
        const actual = comparable(written.replace(/^> \*\*[^*]+\.\*\* /gm, '> '));
        assert.deepEqual(actual, expected);
      });
    }
  }

  it('lists the sources under the numbers of the citations', () => {
    const concept = base.concepts.find(({ id }) => id === 'lora')!;
    const page = renderPage(concept, concept.pages.en!, renderers);
    const written = pageMarkdown(page, 'en', [...base.sources.entries.values()]);
    assert.match(written, /trained numbers \[1, 2\]\./);
    assert.match(
      written,
      /## Sources\n\n1\. Hu et al\. LoRA: Low-Rank Adaptation of Large Language Models\. 2021\. https:\/\/arxiv\.org\/abs\/2106\.09685\n2\. PEFT 0\.21/,
    );
  });
});
