// npm run generate: rewrites what is derived: the tables of the READMEs and the licences of what we ship.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/cache.ts';
import { generatedFiles } from './files.ts';

for (const { file, text, before } of generatedFiles()) {
  if (text === before) continue;
  writeFileSync(join(projectRoot, file), text);
  console.log(`wrote ${file}`);
}
