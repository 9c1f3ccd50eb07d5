import assert from 'node:assert/strict';
import type { ApiEntry } from '../../src/core/api.ts';
import { cardOf, type Card } from '../../src/core/card.ts';
import type { Lang } from '../../src/core/concept.ts';
import { knowledgeOf } from '../../src/core/knowledge.ts';
import type { MentionBy } from '../../src/core/mention.ts';
import { examplePack } from '../../src/core/packs/example.ts';
import { packOf } from './packs/folder.ts';

const pack = packOf(Object.fromEntries(examplePack().map(({ path, text }) => [path, text])), 'Team');
const knowledge = knowledgeOf({ topics: [], concepts: pack.concepts.map(({ concept }) => concept) });

/** The card of an entry of the catalogue. */
function cardOfEntry(api: ApiEntry, lang: Lang, by: MentionBy = 'keyword'): Card {
  const concept = knowledge.concepts[0]!.id;
  const mention = { range: { start: 0, end: 1 }, text: 'x', concept, also: [], by, api } as const;
  return cardOf({ mention, lang, defaultOf: () => undefined }, knowledge)!;
}

describe('a card', () => {
  const old: ApiEntry = {
    name: 'library.old',
    concepts: [],
    meaning: { en: 'What it does.', es: 'Lo que hace.' },
    renamed: { to: 'new', since: '5.0', removed: '5.2' },
    deprecated: { since: '5.0', advice: { en: 'Use the other.', es: 'Conviene el otro.' } },
  };

  it('says before all else that a name was changed or is discouraged', () => {
    assert.deepEqual(cardOfEntry(old, 'en').headsUps, [
      'Renamed to `new` since library 5.0, removed in 5.2.',
      'Use the other.',
    ]);
    assert.deepEqual(cardOfEntry(old, 'es').headsUps, [
      'Desde library 5.0 se llama `new`; el nombre anterior se eliminó en 5.2.',
      'Conviene el otro.',
    ]);
    assert.equal(cardOfEntry(old, 'en').meaning, 'What it does.');
  });

  it('leaves the names of a configuration to the tool that reads it', () => {
    assert.deepEqual(cardOfEntry(old, 'en', 'key').headsUps, []);
  });

  it('says what the data set holds that the text names', () => {
    const family = { match: ['sets'], concepts: [], meaning: { en: 'nine tasks', es: '¿nueve tareas?' } };
    const mention = {
      range: { start: 0, end: 4 },
      text: 'sets',
      concept: knowledge.concepts[0]!.id,
      also: [],
      by: 'string',
      dataset: { id: 'org/sets', family },
    } as const;
    const line = (lang: Lang) =>
      cardOf({ mention, lang, defaultOf: () => undefined }, knowledge, 'line')!.model;
    assert.equal(line('en'), '`org/sets`: nine tasks.');
    assert.equal(line('es'), '`org/sets`: ¿nueve tareas?');
  });

  it('warns of nothing where the name is current', () => {
    assert.deepEqual(cardOfEntry({ name: 'library.new', concepts: [] }, 'en').headsUps, []);
  });
});
