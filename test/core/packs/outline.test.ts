import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemList } from '../../../src/core/authoring/problems.ts';
import {
  indexedPages,
  openPack,
  outlineCandidates,
  packCandidates,
  planPack,
  type PackEntry,
} from '../../../src/core/packs.ts';

const knowledge = join(import.meta.dirname, '../../../knowledge');

/** One topic of our own base as if it were a pack. */
function topicAsPack(topic: string): { entries: PackEntry[]; files: Map<string, Uint8Array> } {
  const files = new Map(
    readdirSync(join(knowledge, topic)).map((name) => [
      `${topic}/${name}`,
      new Uint8Array(readFileSync(join(knowledge, topic, name))),
    ]),
  );
  const entries = [...files].map(([path, { length }]): PackEntry => ({ path, kind: 'file', size: length }));
  return { entries, files };
}

describe('the outline of a very large pack', () => {
  for (const topic of ['peft', 'decoding', 'classic-nlp']) {
    it(`says of each concept what reading all of it says: ${topic}`, () => {
      const { entries, files } = topicAsPack(topic);
      const plan = planPack(entries, problemList());
      assert.ok(plan.concepts.length > 8);
      const whole = openPack('team', problemList(), { check: false });
      const outline = openPack('team', problemList(), { outline: true });
      for (const place of plan.concepts) {
        const read = whole.readConcept(place, files)!;
        const outlined = outline.readConcept(place, files)!;
        assert.deepEqual(outlineCandidates(outlined), packCandidates(read));
        const [expected, got] = [read, outlined].map((draft) => {
          const { en, es } = indexedPages(draft);
          return [en, es].map(({ questions }) => questions.map(({ id, question }) => [id, question]));
        });
        assert.deepEqual(got, expected);
      }
      const bare = (pack: ReturnType<typeof whole.finish>): unknown[] =>
        pack.concepts.map(({ concept: { formula: _, ...concept }, place }) => [concept, place]);
      assert.deepEqual(bare(outline.finish()), bare(whole.finish()));
    });
  }

  it('keeps out what cannot be shown, and says why', () => {
    const text = (content: string): Uint8Array => new TextEncoder().encode(content);
    const facts = 'terms:\n  en: { name: a thing }\n  es: { name: una cosa }\n';
    const files = new Map([
      ['team/good.yaml', text(facts)],
      [
        'team/good.es.md',
        text('# una cosa\n\nTexto.\n\n## Preguntas y respuestas\n\n### ¿Qué es? {#what}\n'),
      ],
      ['team/broken.yaml', text('terms: [')],
      ['team/bare.yaml', text(facts.replace('a thing', 'bare'))],
      ['team/bare.en.md', text('no title')],
    ]);
    const entries = [...files].map(([path, { length }]): PackEntry => ({ path, kind: 'file', size: length }));
    const list = problemList();
    const { concepts } = planPack(entries, list);
    const reader = openPack('team', list, { outline: true });
    const drafts = concepts.flatMap((place) => reader.readConcept(place, files) ?? []);
    assert.deepEqual(
      drafts.map(({ id, pages }) => [id, pages.en?.questions[0]?.question]),
      [['good', '¿Qué es?']],
    );
    const { problems } = reader.finish();
    assert.deepEqual(
      problems
        .filter(({ level }) => level === 'error')
        .map(({ file, message }) => [file, message.slice(0, 14)]),
      [
        ['team/bare.en.md', 'begin the page'],
        ['team/broken.yaml', 'mend the YAML:'],
      ],
    );
  });
});
