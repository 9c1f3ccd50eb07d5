/**
 * The compiled files as the extension ships them: Zstandard, because the text of both languages does not fit into
 * the package otherwise.
 */
import { init, compress } from '@bokuweb/zstd-wasm';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CACHE = path.resolve(import.meta.dirname, '../../out/cache/zstd');
const LEVEL = 22;

/** Writes `<name>.zst` beside each file; text that was compressed before is taken from the cache. */
export async function writeShipped(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  await init();
  mkdirSync(CACHE, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const kept = path.join(CACHE, createHash('sha256').update(text).digest('hex'));
    if (!existsSync(kept)) writeFileSync(kept, compress(Buffer.from(text), LEVEL));
    writeFileSync(path.join(folder, `${name}.zst`), readFileSync(kept));
  }
}
