import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/cache.ts';
import { thirdParty } from './licences.ts';
import { readManifest } from './manifest.ts';
import { commandsTable, settingsTable } from './tables.ts';

/** A file with derived parts: as it is, and as it should be. */
export interface GeneratedFile {
  readonly file: string;
  readonly before: string;
  readonly text: string;
}

/** Every file that `npm run generate` keeps; a test compares `before` with `text`. */
export function generatedFiles(): readonly GeneratedFile[] {
  const readmes = (['en', 'es'] as const).map((lang) => {
    const file = lang === 'en' ? 'README.md' : `README.${lang}.md`;
    const manifest = readManifest(lang);
    const before = read(file);
    const withSettings = replaceBlock(before, 'settings', settingsTable(manifest, lang), file);
    return {
      file,
      before,
      text: replaceBlock(withSettings, 'commands', commandsTable(manifest, lang), file),
    };
  });
  return [...readmes, { file: 'THIRD-PARTY.md', before: read('THIRD-PARTY.md'), text: thirdParty() }];
}

/** Puts a table between `<!-- name -->` and `<!-- /name -->`. */
function replaceBlock(text: string, name: string, table: string, file: string): string {
  const block = new RegExp(`(<!-- ${name} -->\n)[^]*?(<!-- /${name} -->)`);
  if (!block.test(text)) throw new Error(`${file} needs the lines <!-- ${name} --> and <!-- /${name} -->`);
  return text.replace(block, (_, start: string, end: string) => `${start}${table}${end}`);
}

function read(file: string): string {
  const path = join(projectRoot, file);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
