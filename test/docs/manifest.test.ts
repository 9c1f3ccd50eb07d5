import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/harness/cache.ts';
import { paletteCommands, readManifest, readTexts } from '../../scripts/generated/manifest.ts';

const manifestText = readFileSync(join(projectRoot, 'package.json'), 'utf8');
const manifest = readManifest('en');
const spanish = readManifest('es');
const source = readdirSync(join(projectRoot, 'src/editor'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(projectRoot, 'src/editor', file), 'utf8'))
  .join('\n');

describe('the manifest', () => {
  it('has the same texts in both languages, each of them used', () => {
    const [en, es] = [Object.keys(readTexts('en')), Object.keys(readTexts('es'))];
    assert.deepEqual(
      en.filter((key) => !es.includes(key)),
      [],
      'missing in package.nls.es.json',
    );
    assert.deepEqual(
      es.filter((key) => !en.includes(key)),
      [],
      'missing in package.nls.json',
    );
    assert.deepEqual(
      en.filter((key) => !manifestText.includes(`"%${key}%"`)),
      [],
      'not used by package.json',
    );
  });

  it('says what each command of the palette does, in both languages', () => {
    const inSpanish = new Map(spanish.contributes.commands.map((one) => [one.command, one]));
    for (const { command, title, description } of paletteCommands(manifest)) {
      const key = command.replace('nlpLens.', 'command.');
      assert.ok(
        description,
        `package.json: ${command} needs "description": "%${key}.description%", which the README's table shows`,
      );
      assert.notEqual(description, inSpanish.get(command)!.description, `${command} is not translated`);
      assert.notEqual(title, inSpanish.get(command)!.title, `the title of ${command} is not translated`);
    }
  });

  it('says what each setting means', () => {
    for (const [name, { description, markdownDescription }] of Object.entries(
      manifest.contributes.configuration.properties,
    ))
      assert.ok(description ?? markdownDescription, `package.json: ${name} needs a markdownDescription`);
  });

  it('has a setting for each one that the source reads, and the other way round', () => {
    // `getConfiguration('nlpLens')` drops the prefix, so a setting is found by the rest of its name.
    const unread = Object.keys(manifest.contributes.configuration.properties).filter(
      (name) =>
        !new RegExp(`['"\`](?:nlpLens\\.)?${name.slice('nlpLens.'.length).replace(/\./g, '\\.')}['"\`]`).test(
          source,
        ),
    );
    assert.deepEqual(unread, [], 'no file of src/editor/ reads these settings');
  });

  it('names every command that the source registers', () => {
    const registered = [...source.matchAll(/register(?:TextEditor)?Command\(\s*'([^']+)'/g)].map(
      (match) => match[1]!,
    );
    const named = manifest.contributes.commands.map(({ command }) => command);
    assert.deepEqual(
      registered.filter((command) => !named.includes(command)),
      [],
    );
  });

  it('starts in every language that is read, but for those that every window opens', () => {
    const reader = readFileSync(join(projectRoot, 'src/core/documents.ts'), 'utf8');
    const notations = /const NOTATIONS[^{]*\{([^}]*)\}/.exec(reader)![1]!.match(/\w+(?=:)/g)!;
    const prose = /const PROSE = new Set\(\[([^\]]*)\]/.exec(reader)![1]!.match(/\w+/g)!;
    // the editor itself opens plain text and JSON, before any file
    const read = ['python', 'shellscript', ...notations, ...prose].filter(
      (language) => !['plaintext', 'json', 'jsonc'].includes(language),
    );
    const starting = manifest.activationEvents
      .filter((event) => event.startsWith('onLanguage:'))
      .map((event) => event.slice('onLanguage:'.length));
    assert.deepEqual(starting.sort(), read.sort());
  });

  it('names only pictures that exist', () => {
    const pictures = [...manifestText.matchAll(/"(media\/[^"]+)"/g)].map((match) => match[1]!);
    assert.deepEqual(
      pictures.filter((picture) => !existsSync(join(projectRoot, picture))),
      [],
    );
  });
});

describe('texts of the editor', () => {
  it('are all in Spanish too', () => {
    const translated = JSON.parse(
      readFileSync(join(projectRoot, 'l10n/bundle.l10n.es.json'), 'utf8'),
    ) as Record<string, string>;
    const said = [...source.matchAll(/l10n\.t\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g)].map((match) =>
      match[2]!.replace(/\\(['"`\\])/g, '$1'),
    );
    assert.ok(said.length > 0, 'no text was found: the pattern of this test is out of date');
    assert.deepEqual(
      said.filter((text) => !(text in translated)),
      [],
      'missing in l10n/bundle.l10n.es.json',
    );
    assert.deepEqual(
      Object.keys(translated).filter((text) => !said.includes(text)),
      [],
      'said nowhere',
    );
  });
});
