/** Public files as documents: from snapshots of repositories or from folders, notebooks taken apart into cells. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Document } from '../../src/core/documents.ts';

/** Where the snapshots are: `<folder>/<owner>+<name>/repo` or `<folder>/<owner>+<name>`, git directories or clones. */
export const CORPORA = process.env.NLP_LENS_CORPORA ?? '';

/** The text of a file at a commit, or at the newest one that the snapshot has; nothing where there is no such file. */
export function fileAt(repo: string, commit: string, path: string): string | undefined {
  const folder = gitFolder(repo);
  if (!folder) return undefined;
  for (const revision of [commit, 'HEAD']) {
    const shown = spawnSync('git', ['--git-dir', folder, 'show', `${revision}:${path}`], {
      maxBuffer: 1 << 28,
    });
    if (shown.status === 0) return shown.stdout.toString('utf8');
  }
  return undefined;
}

/** Paths of a snapshot's newest commit. */
export function pathsOf(repo: string): string[] {
  const folder = gitFolder(repo);
  if (!folder) return [];
  const listed = spawnSync('git', ['--git-dir', folder, 'ls-tree', '-r', '--name-only', 'HEAD'], {
    maxBuffer: 1 << 28,
  });
  return listed.stdout.toString('utf8').split('\n').filter(Boolean);
}

/** The texts of many files of a snapshot's newest commit, read by one git process. */
export function textsAt(repo: string, paths: readonly string[]): [string, string][] {
  const folder = gitFolder(repo);
  if (!folder || !paths.length) return [];
  const input = paths.map((path) => `HEAD:${path}\n`).join('');
  const { stdout } = spawnSync('git', ['--git-dir', folder, 'cat-file', '--batch'], {
    input,
    maxBuffer: 1 << 30,
  });
  const found: [string, string][] = [];
  let at = 0;
  for (const path of paths) {
    const end = stdout.indexOf(10, at);
    const size = Number(/ blob (\d+)$/.exec(stdout.subarray(at, end).toString('latin1'))?.[1] ?? Number.NaN);
    at = end + 1;
    if (Number.isNaN(size)) continue;
    found.push([path, stdout.subarray(at, at + size).toString('utf8')]);
    at += size + 1;
  }
  return found;
}

/** Repositories in the folder, as `owner/name`. */
export function repositories(): string[] {
  if (!CORPORA || !existsSync(CORPORA)) return [];
  return readdirSync(CORPORA)
    .filter((name) => name.includes('+'))
    .map((name) => name.replace('+', '/'));
}

/** All Python files under a folder. */
export function pythonFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return /^(__pycache__|node_modules|site-packages)$/.test(entry.name) ? [] : pythonFiles(path);
    return entry.name.endsWith('.py') ? [path] : [];
  });
}

/** The documents of a file: one, or one for each cell of a notebook. */
export function documentsFrom(path: string, text: string): Document[] {
  if (path.endsWith('.ipynb')) return cellsOf(path, text);
  return [{ uri: path, version: 1, language: languageOf(path), text }];
}

function cellsOf(path: string, text: string): Document[] {
  let notebook: { cells?: { cell_type?: string; source?: string | string[] }[] };
  try {
    notebook = JSON.parse(text) as typeof notebook;
  } catch {
    return [];
  }
  const cells: Document[] = (notebook.cells ?? []).map(({ cell_type: type, source }, i) => ({
    uri: `${path}#${i}`,
    version: 1,
    language: type === 'code' ? 'python' : type === 'markdown' ? 'markdown' : 'raw',
    text: Array.isArray(source) ? source.join('') : (source ?? ''),
  }));
  return cells.map((cell) => ({ ...cell, notebook: { uri: path, cells } }));
}

function languageOf(path: string): string {
  const extension = path.slice(path.lastIndexOf('.') + 1);
  return LANGUAGES[extension] ?? extension;
}

const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  md: 'markdown',
  mdx: 'markdown',
  yml: 'yaml',
  cfg: 'properties',
  sh: 'shellscript',
};

function gitFolder(repo: string): string | undefined {
  const base = join(CORPORA, repo.replace('/', '+'));
  return [join(base, 'repo'), join(base, '.git'), base].find((folder) => existsSync(join(folder, 'HEAD')));
}
