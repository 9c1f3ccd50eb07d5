/** Files on disk as documents; a notebook gives one document for each cell. */
import type { Document } from '../core/documents.ts';

/** A document and where it is: `cell` is null outside of notebooks. */
export interface Source {
  readonly cell: number | null;
  readonly document: Document;
}

/** The documents of a file. Throws where a notebook is not JSON. */
export function sourcesOf(path: string, text: string): Source[] {
  if (!path.toLowerCase().endsWith('.ipynb')) {
    return [{ cell: null, document: { uri: path, version: 1, language: languageOf(path), text } }];
  }
  const { cells = [], metadata } = JSON.parse(text) as NotebookFile;
  const own = metadata?.kernelspec?.language ?? metadata?.language_info?.name ?? 'python';
  const documents: Document[] = cells.map(({ cell_type: type, source = '' }, i) => ({
    uri: `${path}#${i}`,
    version: 1,
    language: type === 'code' ? own.toLowerCase() : type === 'markdown' ? 'markdown' : 'raw',
    text: typeof source === 'string' ? source : source.join(''),
  }));
  const notebook = { uri: path, cells: documents };
  return documents.map((document, cell) => ({ cell, document: { ...document, notebook } }));
}

interface NotebookFile {
  readonly cells?: readonly { readonly cell_type?: string; readonly source?: string | readonly string[] }[];
  readonly metadata?: {
    readonly kernelspec?: { readonly language?: string };
    readonly language_info?: { readonly name?: string };
  };
}

function languageOf(path: string): string {
  const extension = /\.([^./\\]+)$/.exec(path.toLowerCase())?.[1] ?? '';
  return LANGUAGES[extension] ?? 'plaintext';
}

const LANGUAGES: Readonly<Record<string, string>> = {
  py: 'python',
  pyi: 'python',
  pyw: 'python',
  md: 'markdown',
  markdown: 'markdown',
  mdx: 'markdown',
  qmd: 'markdown',
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  jsonc: 'json',
  toml: 'toml',
  cfg: 'properties',
  ini: 'ini',
  sh: 'shellscript',
  bash: 'shellscript',
  zsh: 'shellscript',
};
