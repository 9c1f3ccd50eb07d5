/** `coverage`: each seed question, the concepts and questions that answer it, and the languages they are written in. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readBase, type ConceptDraft } from '../../src/core/authoring/base.ts';
import { problemList } from '../../src/core/authoring/problems.ts';
import { readYaml, type YamlNode } from '../../src/core/authoring/yaml.ts';
import { LANGS } from '../../src/core/concept.ts';
import { KNOWLEDGE, knowledgeFiles } from './files.ts';

/** Prints the table; 1 while a question has no answer in both languages. */
export function coverage(): number {
  const { concepts } = readBase(knowledgeFiles());
  const answers = concepts.flatMap((concept) => answersOf(concept));
  const rows = seedQuestions().map(({ id, text }) => {
    const found = answers.filter((answer) => answer.seed === id);
    const languages = LANGS.filter((lang) => found.some((answer) => answer.languages.includes(lang)));
    return { id, text, languages, places: found.map(({ place }) => place) };
  });
  for (const { id, text, languages, places } of rows) {
    console.log(`${id}  ${text.padEnd(54)} ${languages.join(' ').padEnd(6)} ${places.join(', ') || '-'}`);
  }
  const missing = rows.filter(({ languages }) => languages.length < LANGS.length).map(({ id }) => id);
  console.log(`${rows.length - missing.length} of ${rows.length} answered in both languages`);
  if (missing.length > 0) console.log(`missing: ${missing.join(' ')}`);
  return missing.length > 0 ? 1 : 0;
}

function answersOf({ id, facts, pages }: ConceptDraft): { seed: string; place: string; languages: string[] }[] {
  return facts.answers.flatMap(({ question, seeds }) => {
    const languages = LANGS.filter((lang) => pages[lang]?.questions.some((written) => written.id === question.text));
    return seeds.map((seed) => ({ seed: seed.text, place: `${id}#${question.text}`, languages }));
  });
}

function seedQuestions(): { readonly id: string; readonly text: string }[] {
  const list = problemList();
  const root = readYaml(readFileSync(path.join(KNOWLEDGE, 'seed-questions.yaml'), 'utf8'), list.of('seed-questions.yaml'));
  return [...(root?.entries ?? [])].map(([id, { value }]) => ({ id, text: textAt(value, 'en') }));
}

function textAt(node: YamlNode, key: string): string {
  const value = node.kind === 'map' ? node.entries.get(key)?.value : undefined;
  return value?.kind === 'text' ? value.text : '';
}
