import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of the workspace that the suite of test/editor names in the setting `nlpLens.packs`. */
export const PLANTED = { hostile: 'hostile-pack', huge: 'huge-pack' } as const;

/**
 * Puts packs into the workspace that no extension could write itself. The hostile one holds an honest concept, a
 * folder and a file that are links to a concept outside of it, a link to its own parent, a file that is a pipe, and
 * one without an end. The huge one holds more files than are read.
 */
export function plantPacks(outside: string, workspace: string): void {
  const pack = join(workspace, PLANTED.hostile);
  const secret = join(outside, 'secret');
  mkdirSync(join(pack, 'topic'), { recursive: true });
  mkdirSync(secret, { recursive: true });
  writeConcept(join(pack, 'topic'), 'honest-concept', 'honest concept');
  writeConcept(secret, 'stolen-concept', 'stolen concept');
  symlinkSync(secret, join(pack, 'linked'), 'junction');
  symlinkSync(pack, join(pack, 'loop'), 'junction');
  symlinkSync(pack, join(workspace, 'linked-pack'), 'junction');
  // Windows has no pipes in folders, and gives links to files to administrators alone.
  if (process.platform !== 'win32') {
    for (const part of ['yaml', 'en.md'])
      symlinkSync(join(secret, `stolen-concept.${part}`), join(pack, `topic/stolen-concept.${part}`));
    symlinkSync('/dev/zero', join(pack, 'topic/endless.yaml'));
    spawnSync('mkfifo', [join(pack, 'topic/pipe.yaml'), join(pack, 'sources.yaml')]);
  }
  const huge = join(workspace, PLANTED.huge, 'topic');
  mkdirSync(huge, { recursive: true });
  for (let i = 0; i < MANY; i += 1) writeFileSync(join(huge, `c${i}.svg`), '');
}

/** More than `PACK_LIMITS.files`; figures alone, so that no concept is read. */
const MANY = 40_500;

/** Writes an extension that brings a pack and has no code: `contributes.nlpLensPacks`. */
export function coursePackExtension(parent: string): string {
  const folder = join(parent, 'test.course-0.0.0');
  mkdirSync(join(folder, 'knowledge/course'), { recursive: true });
  const manifest = {
    name: 'course',
    // Anybody may call an extension anything.
    displayName: 'The [course](command:workbench.action.quit)',
    publisher: 'test',
    version: '0.0.0',
    engines: { vscode: '^1.109.0' },
    contributes: {
      nlpLensPacks: [
        { path: './knowledge', files: ['course/course-concept.yaml', 'course/course-concept.en.md'] },
        ...[{ path: '../..' }, { path: '/etc' }, { path: 7 }, null],
      ],
    },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'package.nls.json'), '{}');
  writeConcept(join(folder, 'knowledge/course'), 'course-concept', 'course concept');
  return folder;
}

function writeConcept(folder: string, id: string, name: string): void {
  writeFileSync(join(folder, `${id}.yaml`), `terms:\n  en: { name: ${name} }\n  es: { name: ${name} es }\n`);
  writeFileSync(join(folder, `${id}.en.md`), `# ${name}\n\nThe summary of the ${name}.\n`);
}
