/** Reads `<id>.yaml`: the facts of a concept, each with its line, so that later checks can point at them. */
import type { ByLang, Lang } from '../concept.ts';
import { STOP_WORDS } from '../search/stopWords.ts';
import { fold } from '../text.ts';
import { cleanLabel, cleanText } from './characters.ts';
import { isId, isTrigger } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { ProblemLevel, Report } from './problems.ts';
import { readYaml, type YamlMap, type YamlNode } from './yaml.ts';

/** Text and the line it stands on. */
export interface Located {
  readonly text: string;
  readonly line: number;
}

/** A term as written: `avoid` are aliases that our own pages must not use. */
export interface TermFacts {
  readonly line: number;
  readonly name: Located;
  readonly aliases: readonly Located[];
  readonly avoid: readonly Located[];
}

/** The kinds of relation, as they are called in the file, and what they mean. */
export const RELATIONS = {
  prerequisites: 'What to understand first; no circles.',
  part_of: 'The larger thing that this is a part or a kind of.',
  contrasts: 'What it is often confused with, or chosen against.',
  related: 'What else a reader may want to see.',
} as const;

/** One of {@link RELATIONS}. */
export type RelationKey = keyof typeof RELATIONS;

/** The relations in the order of the file. */
export const RELATION_KEYS = Object.keys(RELATIONS) as readonly RelationKey[];

/** What `<id>.yaml` says. */
export interface Facts {
  readonly terms: ByLang<TermFacts>;
  readonly ambiguous: readonly Located[];
  readonly triggers: readonly Located[];
  readonly relations: Readonly<Record<RelationKey, readonly Located[]>>;
  /** Question ids of the pages with the seed questions that they answer. */
  readonly answers: readonly Answer[];
  /** The concept of our own base that a pack means to replace; only packs may say it. */
  readonly overrides: boolean;
}

/** A question of the pages and the seed questions it answers. */
export interface Answer {
  readonly question: Located;
  readonly seeds: readonly Located[];
}

/** The keys of the file and what they hold; `knowledge/concept.schema.json` is made from this table. */
export const FACT_KEYS = {
  terms: 'The canonical name and the other names in each language.',
  ambiguous: 'Names and aliases that are everyday words: they need ML context before a card may appear.',
  triggers:
    'Places in code: `peft.LoraConfig`, `peft.LoraConfig(r=)`, `pkg.Class().method`, `config:key=value`.',
  relations: 'How the concept stands to others, by id.',
  answers: 'Question id on the pages, and the seed question or questions that it answers.',
  overrides: 'In a pack: replaces the concept of the built-in base that has the same id.',
} as const;

/** The keys of one language under `terms`. */
export const TERM_KEYS = {
  name: 'The one canonical name; a capital only where the term itself has one.',
  aliases: 'Other names, as people write them.',
  avoid: 'Other names that are understood, but that our own pages do not use.',
} as const;

/** Reads the facts; a key that nobody knows may be a typing error or of a later version. `undefined` when the file has no usable terms. Problems are reported either way. */
export function readFacts(
  source: string,
  report: Report,
  unknownKeys: ProblemLevel = 'warning',
): Facts | undefined {
  const knownKeys = (map: YamlMap, table: Readonly<Record<string, string>>, where: string): void => {
    checkKeys(map, table, where, report, unknownKeys);
  };
  const text = cleanText(source, LIMITS.facts, report, 'remove');
  const root = text === undefined ? undefined : readYaml(text, report);
  if (!root) return undefined;
  knownKeys(root, FACT_KEYS, 'the facts');
  const terms = readTerms(root, report, knownKeys);
  if (!terms) return undefined;
  const relations = mapAt(root, 'relations', report);
  if (relations) knownKeys(relations, RELATIONS, '`relations`');
  const ids = (key: RelationKey) => listAt(relations, key, report).filter((item) => validId(item, report));
  return {
    terms,
    ambiguous: listAt(root, 'ambiguous', report),
    triggers: listAt(root, 'triggers', report).filter((item) => validTrigger(item, report)),
    relations: {
      prerequisites: ids('prerequisites'),
      part_of: ids('part_of'),
      contrasts: ids('contrasts'),
      related: ids('related'),
    },
    answers: readAnswers(root, report),
    overrides: readOverrides(root, report),
  };
}

type KeyCheck = (map: YamlMap, table: Readonly<Record<string, string>>, where: string) => void;

function readTerms(root: YamlMap, report: Report, knownKeys: KeyCheck): ByLang<TermFacts> | undefined {
  const terms = mapAt(root, 'terms', report);
  if (!terms) {
    report(root.line, 'add `terms:` with a name in `en` and in `es`');
    return undefined;
  }
  knownKeys(terms, { en: '', es: '' }, '`terms`');
  const en = readTerm(terms, 'en', report, knownKeys);
  const es = readTerm(terms, 'es', report, knownKeys);
  return en && es ? { en, es } : undefined;
}

function readTerm(terms: YamlMap, lang: Lang, report: Report, knownKeys: KeyCheck): TermFacts | undefined {
  const map = mapAt(terms, lang, report);
  const entry = map?.entries.get('name');
  if (!map || entry?.value.kind !== 'text' || cleanLabel(entry.value.text) === '') {
    report(map?.line ?? terms.line, `add \`${lang}: { name: ... }\` under \`terms\``);
    return undefined;
  }
  knownKeys(map, TERM_KEYS, `\`terms.${lang}\``);
  const name = { text: cleanLabel(entry.value.text), line: entry.line };
  const fits = (item: Located) => validTerm(item, report);
  if (!fits(name)) return undefined;
  return {
    line: map.line,
    name,
    aliases: listAt(map, 'aliases', report).filter(fits),
    avoid: listAt(map, 'avoid', report).filter(fits),
  };
}

function readAnswers(root: YamlMap, report: Report): Answer[] {
  const answers: Answer[] = [];
  for (const [question, { line, value }] of mapAt(root, 'answers', report)?.entries ?? []) {
    const nodes = value.kind === 'list' ? value.items : [value];
    const seeds = nodes.flatMap((node) => textOf(node, report));
    answers.push({ question: { text: question, line }, seeds });
  }
  return answers;
}

function readOverrides(root: YamlMap, report: Report): boolean {
  const entry = root.entries.get('overrides');
  if (!entry) return false;
  const text = entry.value.kind === 'text' ? entry.value.text : '';
  if (text !== 'true' && text !== 'false') report(entry.line, 'write `overrides: true` or leave it out');
  return text === 'true';
}

function checkKeys(
  map: YamlMap,
  table: Readonly<Record<string, string>>,
  where: string,
  report: Report,
  level: ProblemLevel,
): void {
  const known = Object.keys(table);
  for (const [key, { line }] of map.entries) {
    if (known.includes(key)) continue;
    const shown = key.slice(0, LIMITS.id);
    report(
      line,
      `remove \`${shown}\`, or quote the text if it has a comma: ${where} may have ${known.join(', ')}`,
      level,
    );
  }
}

function mapAt(parent: YamlMap, key: string, report: Report): YamlMap | undefined {
  const entry = parent.entries.get(key);
  if (!entry || (entry.value.kind === 'text' && entry.value.text === '')) return undefined;
  if (entry.value.kind === 'map') return entry.value;
  report(entry.line, `write \`${key}\` as a map of \`key: value\``);
  return undefined;
}

function listAt(parent: YamlMap | undefined, key: string, report: Report): Located[] {
  const entry = parent?.entries.get(key);
  if (!entry || (entry.value.kind === 'text' && entry.value.text === '')) return [];
  if (entry.value.kind !== 'list') {
    report(entry.line, `write \`${key}\` as a list: [one, two]`);
    return [];
  }
  if (entry.value.items.length > LIMITS.entries) {
    report(entry.line, `keep at most ${LIMITS.entries} entries in \`${key}\``);
  }
  return entry.value.items.slice(0, LIMITS.entries).flatMap((item) => textOf(item, report));
}

function textOf(node: YamlNode, report: Report): Located[] {
  const text = node.kind === 'text' ? cleanLabel(node.text) : '';
  if (text !== '') return [{ text, line: node.line }];
  report(node.line, 'write a plain text here');
  return [];
}

/** Words that stand in every Python file; as names they would put a card on every line. */
const KEYWORDS = new Set(
  'and as assert async await break class continue def del elif else except false finally for from global if import in is lambda none nonlocal not or pass raise return true try while with yield self'.split(
    ' ',
  ),
);

/** Latin letters touching Cyrillic, Armenian or Cherokee ones. Greek is fine: ε-greedy, β-VAE. */
const MIXED =
  /\p{Script=Latin}[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]|[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}]\p{Script=Latin}/u;

function validTerm({ text, line }: Located, report: Report): boolean {
  if (KEYWORDS.has(text.toLowerCase())) {
    report(line, `write another name: \`${text}\` is a word of Python`);
    return false;
  }
  if (STOP_WORDS.has(fold(text)) && text !== text.toUpperCase()) {
    report(line, `write another name: \`${text}\` is a word of every text`);
    return false;
  }
  if (MIXED.test(text)) {
    report(line, `write \`${text}\` in one alphabet: it mixes letters that look alike`);
    return false;
  }
  if (text.length >= 2 && text.length <= LIMITS.term && /\p{L}/u.test(text)) return true;
  report(line, `write a name of 2 to ${LIMITS.term} characters with a letter in it`);
  return false;
}

function validId({ text, line }: Located, report: Report): boolean {
  if (isId(text)) return true;
  report(line, 'write a concept id in kebab case, such as `attention-mask`');
  return false;
}

function validTrigger({ text, line }: Located, report: Report): boolean {
  if (isTrigger(text)) return true;
  report(
    line,
    'write a trigger as `peft.LoraConfig`, `peft.LoraConfig(r=)`, `pkg.Class().method` or `config:key=value`',
  );
  return false;
}
