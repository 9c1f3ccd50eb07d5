/** The three files of a new concept, with every part in its place and marks where the author has to write. */
import { LANGS, type ConceptId, type Lang } from '../concept.ts';
import type { SourceFile } from './base.ts';
import type { PageDraft } from './page.ts';
import type { Report } from './problems.ts';
import { proseOf } from './prose.ts';
import { HEADINGS, LABELS, QUIZ_WORDS } from './headings.ts';

/** Facts and both pages; they parse, and the check names what is still missing. */
export function skeletonFiles(topic: string, id: ConceptId): SourceFile[] {
  const name = id.replace(/-/g, ' ');
  return [
    { path: `${topic}/${id}.yaml`, text: facts(name) },
    ...LANGS.map((lang) => ({ path: `${topic}/${id}.${lang}.md`, text: page(name, lang) })),
  ];
}

/** Marks of the skeleton that nobody has replaced: the first one, and how many there are. */
export function checkUnfinished(page: PageDraft, report: Report): void {
  const open = proseOf(page).filter(({ text }) => /\b(?:TODO|PENDIENTE)\b/.test(text));
  if (open.length === 0) return;
  const line = Math.min(...open.map((place) => place.line));
  const more = open.length > 1 ? `, as do ${open.length - 1} more places of this page` : '';
  report(line, `write this part: it still says ${TODO[page.lang]}${more}`);
}

function facts(name: string): string {
  return `# yaml-language-server: $schema=../concept.schema.json
terms:
  en: { name: ${name}, aliases: [] }
  es: { name: ${name}, aliases: [] }
ambiguous: []
triggers: []
relations:
  prerequisites: []
  part_of: []
  contrasts: []
  related: []
answers: {}
`;
}

const TODO = { en: 'TODO', es: 'PENDIENTE' } as const;

function page(name: string, lang: Lang): string {
  const heading = HEADINGS[lang];
  const quiz = QUIZ_WORDS[lang];
  const todo = TODO[lang];
  const item = (id: string, tag: string) => `### ${id} (${tag})

${todo}?

- [ ] ${todo} a
  > ${todo}
- [x] ${todo} b
  > ${todo}
- [ ] ${todo} c
  > ${todo}
`;
  return `# ${name}

${todo}

## ${heading.depth}

$$y = f(x)$$

**${LABELS[lang].words}** ${todo}

**${LABELS[lang].example}** ${todo}

## ${heading.code}

\`\`\`python
# transformers 5.3
import transformers
\`\`\`

## ${heading.pitfalls}

- **${todo}.** ${todo}

## ${heading.questions}

### ${todo}? {#question-1}

${todo}

### ${todo}? {#question-2}

${todo}

## ${heading.quiz}

${[item('item-1', quiz.application), item('item-2', quiz.application), item('item-3', quiz.recall), item('item-4', quiz.recall)].join('\n')}`;
}
