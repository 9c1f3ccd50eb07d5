// npm run package: nlp-lens.vsix, checked.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './harness/cache.ts';
import { buildVsix } from './harness/vsix.ts';

void run();

async function run(): Promise<void> {
  try {
    const { path, bytes, files } = await buildVsix(join(projectRoot, 'nlp-lens.vsix'));
    const digest = createHash('sha256').update(readFileSync(path)).digest('hex');
    console.log(`${path}: ${files.length} files, ${bytes} bytes, sha256 ${digest}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
