/** Reads `topics.yaml`: the topics in the order of study, each with its name in both languages. */
import type { Topic } from '../concept.ts';
import { cleanLabel, cleanText } from './characters.ts';
import { isId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';
import { readYaml, type YamlNode } from './yaml.ts';

/** Topics with a valid id and both names; the others are reported and left out. */
export function readTopics(source: string, report: Report): Topic[] {
  const text = cleanText(source, LIMITS.page, report, 'remove');
  const root = text === undefined ? undefined : readYaml(text, report);
  const topics: Topic[] = [];
  for (const [id, { line, value }] of root?.entries ?? []) {
    const en = nameIn(value, 'en');
    const es = nameIn(value, 'es');
    const short = Math.max(en.length, es.length) <= LIMITS.term;
    if (isId(id) && en && es && short) topics.push({ id, names: { en, es } });
    else
      report(
        line,
        `write the topic as \`topic-id: { en: Name, es: Nombre }\`, with names of at most ${LIMITS.term} characters`,
      );
  }
  return topics;
}

function nameIn(value: YamlNode, lang: string): string {
  const name = value.kind === 'map' ? value.entries.get(lang)?.value : undefined;
  return name?.kind === 'text' ? cleanLabel(name.text) : '';
}
