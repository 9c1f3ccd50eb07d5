/** The knowledge folder on disk, as the compiler's core wants it: paths relative to the folder, and text. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { SourceFile } from '../../src/core/authoring/base.ts';
import { problemList } from '../../src/core/authoring/problems.ts';
import { readYaml } from '../../src/core/authoring/yaml.ts';

/** The folder of our own base. */
export const KNOWLEDGE = path.resolve(import.meta.dirname, '../../knowledge');

/** Every file that the compiler reads: YAML, Markdown and SVG in the folder and its topics. */
export function knowledgeFiles(root = KNOWLEDGE): SourceFile[] {
  const files: SourceFile[] = [];
  for (const entry of readdirSync(root, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile() || !/\.(?:yaml|md|svg)$/.test(entry.name)) continue;
    const full = path.join(entry.parentPath, entry.name);
    files.push({ path: path.relative(root, full).split(path.sep).join('/'), text: readFileSync(full, 'utf8') });
  }
  return files;
}

/** The keys of a map file such as `planned.yaml` or `seed-questions.yaml`; empty when there is none. */
export function keysOf(name: string, root = KNOWLEDGE): ReadonlySet<string> {
  const file = path.join(root, name);
  const list = problemList();
  const map = existsSync(file) ? readYaml(readFileSync(file, 'utf8'), list.of(name)) : undefined;
  if (list.problems.length > 0) throw new Error(`${name}:${list.problems[0]!.line}: ${list.problems[0]!.message}`);
  return new Set(map?.entries.keys() ?? []);
}
