/** Reads `knowledge/synonyms.yaml`: what people call a concept without using any of its names. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { Synonyms } from '../../src/core/search/buildIndex.ts';
import { KNOWLEDGE } from './files.ts';

/** The list by concept; empty when there is no file. */
export function readSynonyms(root = KNOWLEDGE): Synonyms {
  const file = path.join(root, 'synonyms.yaml');
  if (!existsSync(file)) return new Map();
  const data = parse(readFileSync(file, 'utf8')) as Record<string, { en?: string[]; es?: string[] }>;
  return new Map(Object.entries(data).map(([id, { en = [], es = [] }]) => [id, { en: en.map(String), es: es.map(String) }]));
}

/** Reads `knowledge/words.yaml`: groups of everyday words of both languages that mean the same to a searcher. */
export function readWordGroups(root = KNOWLEDGE): string[][] {
  const file = path.join(root, 'words.yaml');
  return existsSync(file) ? (parse(readFileSync(file, 'utf8')) as string[][]).map((group) => group.map(String)) : [];
}
