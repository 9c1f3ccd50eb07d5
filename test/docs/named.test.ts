import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
  contributes: {
    commands: readonly { command: string; title: string }[];
    configuration: { properties: Record<string, unknown> };
  };
};
/** Titles in both languages: a Spanish document names what a Spanish VS Code shows. */
const names = ['package.nls.json', 'package.nls.es.json'].map(
  (file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>,
);

/** Every document of the project; concept pages have checks of their own. */
const documents = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
})
  .toString()
  .split('\n')
  .filter((file) => file !== '' && !/^(knowledge|samples|test\/fixtures)\//.test(file));

/** What a document names, and whether that exists. */
const rules: readonly {
  what: string;
  pattern: RegExp;
  exists: (name: string, document: string) => boolean;
}[] = [
  {
    what: 'npm script',
    pattern: /npm run (?:--silent )?([\w:-]+)/g,
    exists: (name) => name in manifest.scripts,
  },
  {
    what: 'setting or command',
    pattern: /`(nlpLens\.[\w.]+)`/g,
    exists: (name) =>
      name in manifest.contributes.configuration.properties ||
      manifest.contributes.commands.some(({ command }) => command === name) ||
      name === 'nlpLens.sidebar',
  },
  {
    what: 'command title',
    pattern: /`NLP Lens: ([^`]+)`/g,
    exists: (name) =>
      manifest.contributes.commands.some(({ title }) =>
        [title, ...names.map((texts) => texts[title.replace(/%/g, '')])].includes(name),
      ),
  },
  {
    what: 'folder or file',
    pattern: /`((?:src|scripts|test|docs|knowledge|samples|media|bench|l10n|\.ci|\.github)\/[\w./-]*)`/g,
    exists: (name) => existsSync(join(root, name)),
  },
  {
    what: 'link',
    pattern: /\]\((?!https?:|mailto:|#)([^)\s]+?)(?:#[^)]*)?\)/g,
    exists: (name, document) => existsSync(join(root, dirname(document), decodeURI(name))),
  },
];

describe('documents name only what exists', () => {
  for (const document of documents) {
    it(document, () => {
      const text = readFileSync(join(root, document), 'utf8');
      const missing = rules.flatMap(({ what, pattern, exists }) =>
        [...(what === 'link' ? withoutCode(text) : text).matchAll(pattern)]
          .filter((match) => !exists(match[1]!, document))
          .map(
            (match) =>
              `${document}:${text.slice(0, match.index).split('\n').length}: no ${what} "${match[1]}"`,
          ),
      );
      assert.deepEqual(missing, []);
    });
  }
});

/** The text with its code blanked, so that positions stay: a link shown in backticks is not a link. */
function withoutCode(text: string): string {
  return text.replace(/```[^]*?```|`[^`\n]*`/g, (code) => code.replace(/[^\n]/g, ' '));
}
