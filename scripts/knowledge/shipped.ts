/**
 * The compiled files as the extension ships them: LZMA, because the text of both languages does not fit into the
 * package otherwise.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { contextFile } from '../../src/core/contextFile.ts';
import { columnsOf } from '../../src/core/coreColumns.ts';
import type { ContextData } from '../../src/core/engine.ts';
import type { CoreData } from '../../src/core/knowledge.ts';
import { pageFile } from '../../src/core/pageFile.ts';
import type { PageData } from '../../src/core/pages.ts';
import { lzma } from './lzma.ts';

const CACHE = path.resolve(import.meta.dirname, '../../out/cache/lzma');
/** Written into the name of what is kept: another one when the same bytes are to be compressed in another way. */
const WAY = 2;

/** Writes `<name>.lzma` beside each file; what was compressed before is taken from the cache. */
export async function writeShipped(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? shippedForm(name, content) : content;
    const literalBits = name === 'pages.json' ? 8 : 3;
    const hash = createHash('sha256').update(bytes).digest('hex');
    const kept = path.join(CACHE, `${hash}-${WAY}-${literalBits}`);
    if (!existsSync(kept)) writeFileSync(kept, await lzma(bytes, literalBits));
    writeFileSync(path.join(folder, `${name}.lzma`), readFileSync(kept));
  }
}

/** What of a file is shipped: concepts as columns, pages and the catalogue in the word code. */
function shippedForm(name: string, text: string): Uint8Array {
  if (name === 'pages.json') return pageFile(JSON.parse(text) as PageData);
  if (name === 'apis.json') return contextFile(JSON.parse(text) as ContextData);
  const columns = name === 'core.json' ? JSON.stringify(columnsOf(JSON.parse(text) as CoreData)) : text;
  return Buffer.from(columns);
}
