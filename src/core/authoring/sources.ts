/** Reads `sources.yaml`: the bibliography. Each entry has a title and exactly one place where it can be found. */
import type { Source } from '../concept.ts';
import { cleanLabel, cleanText } from './characters.ts';
import { isId } from './ids.ts';
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';
import { readYaml, type YamlMap } from './yaml.ts';

/** A source and the line of its id. */
export interface SourceDraft extends Source {
  readonly line: number;
}

/** The forms a locator may take; only `https:` addresses leave the editor, and only after a click. */
const LOCATORS = {
  arxiv: { pattern: /^(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})$/, example: '"2106.09685"' },
  doi: { pattern: /^10\.\d{4,9}\/[\w.()/:;<>-]+$/, example: '10.1162/tacl_a_00051' },
  acl: {
    pattern: /^(?:[A-Z]\d{2}-\d{4}|\d{4}\.[a-z0-9_]+-[a-z0-9_]+\.\d+)$/,
    example: 'P16-1162 or 2020.acl-main.703',
  },
  url: {
    pattern: /^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(?::\d+)?(?:\/[\w\-.~!$&'()*+,;=:@%/?#]*)?$/i,
    example: 'https://...',
  },
} as const;

const LOCATOR_KEYS = Object.keys(LOCATORS) as (keyof typeof LOCATORS)[];

/** The keys of a source. */
export const SOURCE_KEYS = ['title', 'authors', 'year', ...LOCATOR_KEYS] as const;

/** What a place in {@link LOCATOR_KEYS} looks like; `knowledge/sources.schema.json` is made from it. */
export const LOCATOR_PATTERNS: Readonly<Record<keyof typeof LOCATORS, RegExp>> = {
  arxiv: LOCATORS.arxiv.pattern,
  doi: LOCATORS.doi.pattern,
  acl: LOCATORS.acl.pattern,
  url: LOCATORS.url.pattern,
};

/** The sources of a folder. */
export interface Bibliography {
  readonly entries: ReadonlyMap<string, SourceDraft>;
  /** Every id that the file declares, those with broken entries too. */
  readonly ids: ReadonlySet<string>;
}

/** Reads the entries; broken ones are reported and left out. */
export function readSources(source: string, report: Report): Bibliography {
  const found = new Map<string, SourceDraft>();
  const text = cleanText(source, LIMITS.fileBytes, report, 'remove');
  const root = text === undefined || text.trim() === '' ? undefined : readYaml(text, report);
  let last = '';
  for (const [id, { line, value }] of root?.entries ?? []) {
    if (!isId(id)) report(line, 'write the source id in kebab case: `hu2021`, `peft-lora-config`');
    else if (value.kind !== 'map')
      report(line, `give \`${id}\` a title and one of ${LOCATOR_KEYS.join(', ')}`);
    else {
      if (id < last)
        report(line, `move \`${id}\` before \`${last}\`: sources are in alphabetical order`, 'warning');
      last = id > last ? id : last;
      const entry = readSource(id, line, value, report);
      if (entry) found.set(id, entry);
    }
  }
  return { entries: found, ids: new Set(root?.entries.keys() ?? []) };
}

function readSource(id: string, line: number, map: YamlMap, report: Report): SourceDraft | undefined {
  const text = (key: string): string | undefined => {
    const value = map.entries.get(key)?.value;
    return value?.kind === 'text' && cleanLabel(value.text) !== '' ? cleanLabel(value.text) : undefined;
  };
  for (const [key, entry] of map.entries) {
    if (!(SOURCE_KEYS as readonly string[]).includes(key))
      report(entry.line, `remove \`${key}\`: a source may have ${SOURCE_KEYS.join(', ')}`, 'warning');
    else if (text(key) === undefined) report(entry.line, `write \`${key}\` as plain text`);
    else if (text(key)!.length > LIMITS.label)
      report(entry.line, `shorten \`${key}\` to ${LIMITS.label} characters`);
  }
  const title = text('title');
  const given = LOCATOR_KEYS.filter((key) => text(key) !== undefined);
  const locator = given[0];
  if (title === undefined) report(line, `give \`${id}\` a title`);
  if (locator === undefined || given.length > 1) {
    report(
      line,
      `give \`${id}\` exactly one of ${LOCATOR_KEYS.join(', ')}; it has ${given.length === 0 ? 'none' : given.join(' and ')}`,
    );
  }
  const long = SOURCE_KEYS.some((key) => (text(key)?.length ?? 0) > LIMITS.label);
  if (title === undefined || locator === undefined || long) return undefined;
  const place = text(locator)!;
  if (!LOCATORS[locator].pattern.test(place)) {
    report(map.entries.get(locator)!.line, `write \`${locator}\` like ${LOCATORS[locator].example}`);
    return undefined;
  }
  const year = text('year');
  if (year !== undefined && !/^(?:1[89]|20)\d{2}$/.test(year))
    report(map.entries.get('year')!.line, 'write the year with four digits');
  const authors = text('authors');
  return {
    id,
    line,
    title,
    [locator]: place,
    ...(authors !== undefined && { authors }),
    ...(year !== undefined && { year: Number(year) }),
  };
}
