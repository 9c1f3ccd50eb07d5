import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Puts a pack into the workspace that no extension could write itself: an honest concept, a folder and a file that
 * are links to a concept outside of it, a link to its own parent, a file that is a pipe, and one without an end.
 */
export function plantHostilePack(outside: string, workspace: string): void {
  const pack = join(workspace, 'hostile-pack');
  const secret = join(outside, 'secret');
  mkdirSync(join(pack, 'topic'), { recursive: true });
  mkdirSync(secret, { recursive: true });
  concept(join(pack, 'topic'), 'honest-concept', 'honest concept');
  concept(secret, 'stolen-concept', 'stolen concept');
  symlinkSync(secret, join(pack, 'linked'));
  symlinkSync(pack, join(pack, 'loop'));
  for (const part of ['yaml', 'en.md'])
    symlinkSync(join(secret, `stolen-concept.${part}`), join(pack, `topic/stolen-concept.${part}`));
  if (process.platform !== 'win32') {
    symlinkSync('/dev/zero', join(pack, 'topic/endless.yaml'));
    spawnSync('mkfifo', [join(pack, 'topic/pipe.yaml'), join(pack, 'sources.yaml')]);
  }
}

function concept(folder: string, id: string, name: string): void {
  writeFileSync(join(folder, `${id}.yaml`), `terms:\n  en: { name: ${name} }\n  es: { name: ${name} es }\n`);
  writeFileSync(join(folder, `${id}.en.md`), `# ${name}\n\nThe summary of the ${name}.\n`);
}
