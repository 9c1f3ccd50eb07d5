import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readHostMessage } from '../../src/core/hostMessages.ts';
import { readPageMessage } from '../../src/core/messages.ts';
import { readStop } from '../../src/core/stop.ts';
import type { HostMessage, PageMessage } from '../../src/core/messages.ts';
import { startSession } from '../../src/core/practice/session.ts';

const uuid = '6f0a7a52-2f0e-4c0b-9d3e-3f6f0f0c1a11';
const names = { en: 'attention', es: 'atención' };
const spot = { uri: 'file:///train.py', file: 'train.py', line: 3 };
const session = startSession([{ concept: 'lora', item: 'scale' }], ['due'], 0, 'seed');
const choice = {
  form: 'choice',
  id: 'scale',
  demand: 'recall',
  stemHtml: '<p>?</p>',
  options: [{ html: '1', right: true, whyHtml: 'so' }],
} as const;
const exercise = { concept: 'lora', conceptTitle: 'LoRA', item: 'scale', body: choice, source: spot };

/** One of each, with every optional field; a type that is missing here does not compile. */
const fromPage: { readonly [T in PageMessage['type']]: Extract<PageMessage, { type: T }> } = {
  ready: { type: 'ready' },
  getPage: { type: 'getPage', id: 'lora', lang: 'en' },
  search: { type: 'search', query: 'atención', lang: 'es' },
  getCounts: { type: 'getCounts' },
  getExercises: { type: 'getExercises', concepts: ['lora'], here: false, lang: 'en' },
  getSession: { type: 'getSession', lang: 'en' },
  keepSession: { type: 'keepSession', session },
  answer: {
    type: 'answer',
    event: uuid,
    concept: 'lora',
    item: 'scale',
    lang: 'en',
    rating: 3,
    correct: true,
    chosen: 1,
    ms: 900,
  },
  undo: { type: 'undo', event: uuid, target: uuid },
  mark: { type: 'mark', event: uuid, mark: 'mute', concept: 'lora', item: 'scale' },
  snooze: { type: 'snooze', event: uuid, concept: 'lora', item: 'scale' },
  getProgress: { type: 'getProgress' },
  setLanguage: { type: 'setLanguage', lang: 'es' },
  openSource: { type: 'openSource', id: 'hu2021' },
  reveal: { type: 'reveal', ...spot },
  openTab: {
    type: 'openTab',
    place: { view: 'explore', explorable: 'lora', values: { r: 8, name: 'gpt2' }, from: spot },
  },
  title: { type: 'title', text: 'LoRA' },
  keepStop: { type: 'keepStop', stop: { place: { view: 'concept', id: 'lora' }, scroll: 12.5 } },
  follow: { type: 'follow', on: true },
  copyCode: { type: 'copyCode', text: 'import torch' },
  copyMarkdown: { type: 'copyMarkdown', id: 'lora', lang: 'en' },
};

const fromHost: { readonly [T in HostMessage['type']]: Extract<HostMessage, { type: T }> } = {
  start: {
    type: 'start',
    lang: 'en',
    surface: 'tab',
    topics: [{ id: 'attention', names }],
    concepts: [
      {
        id: 'attention',
        topic: 'attention',
        terms: { en: { name: 'attention', aliases: ['a'] }, es: { name: 'atención', aliases: [] } },
        relations: { prerequisites: ['softmax'], partOf: [], contrasts: [], related: [] },
        summary: names,
        pack: 'Our team',
      },
    ],
    sources: [
      { id: 'v', title: 'V', authors: 'A', year: 2017, arxiv: '1', doi: '2', acl: '3', url: 'https://x' },
    ],
  },
  language: { type: 'language', lang: 'es' },
  go: { type: 'go', place: { view: 'map', topic: 'attention' } },
  page: {
    type: 'page',
    lang: 'en',
    page: {
      id: 'lora',
      title: 'LoRA',
      summaryHtml: '<p>',
      sections: [{ kind: 'depth', heading: 'In depth', html: '<p>' }],
      questions: [{ id: 'what', question: '?', answerHtml: '<p>', answerText: '!' }],
      quiz: [
        choice,
        { form: 'cloze', id: 'gap', demand: 'recall', stemHtml: '____', answers: ['r'], whyHtml: 'so' },
      ],
      citations: ['v'],
      figure: '<svg></svg>',
    },
  },
  hits: { type: 'hits', query: 'a', hits: [{ id: 'attention', why: 'name' }] },
  file: {
    type: 'file',
    name: 'train.py',
    concepts: [{ id: 'lora', lines: [{ uri: 'file:///train.py', line: 3 }] }],
  },
  cursor: { type: 'cursor', concept: 'lora' },
  counts: {
    type: 'counts',
    counts: { due: 1, dueHere: 1, fresh: 1, waiting: 0, file: { name: 'train.py', exercises: 2 } },
  },
  exercises: {
    type: 'exercises',
    exercises: [{ ...exercise, slipping: { lapses: 4, contrast: exercise, easier: exercise } }],
    waiting: 0,
  },
  session: {
    type: 'session',
    session,
    exercises: [
      { ...exercise, body: { form: 'recall', question: '?', answerHtml: '!' } },
      { ...exercise, body: { form: 'pairs', pairs: [{ name: 'LoRA', description: 'd' }] } },
    ],
  },
  saved: { type: 'saved', event: uuid },
  reviewsChanged: { type: 'reviewsChanged' },
  progress: {
    type: 'progress',
    statistics: {
      retention: { answers: 20, recalled: 18 },
      forecast: [1, 2],
      topics: [{ topic: 'peft', concepts: 9, learning: 1, known: 1 }],
      calendar: [0, 3],
      firstWeekday: 2,
      hardest: [{ concept: 'lora', lapses: 4 }],
    },
    mastery: { lora: 'known' },
    muted: ['lora'],
    suspended: [{ concept: 'lora', item: 'scale' }],
  },
  problem: { type: 'problem', text: 'Something went wrong' },
};

/** Fields that may be missing. */
const OPTIONAL =
  /\.(?:item|chosen|from|why|figure|pack|source|slipping|contrast|easier|file|typed|matched|authors|year|arxiv|doi|acl|url)$/;

for (const [direction, samples, read] of [
  ['the page', fromPage, readPageMessage],
  ['the extension', fromHost, readHostMessage],
] as const) {
  describe(`a message of ${direction}`, () => {
    for (const [type, sample] of Object.entries(samples)) {
      it(`${type} is read as it is, and not with any field missing, wrong or too many`, () => {
        assert.deepEqual(read(sample), sample);
        assert.equal(read({ ...sample, extra: 1 }), undefined);
        for (const { path, without, broken } of damaged(sample)) {
          if (!OPTIONAL.test(path) && without) assert.equal(read(without), undefined, `without ${path}`);
          for (const value of broken) assert.equal(read(value), undefined, `${path} spoilt`);
        }
      });
    }

    it('is never anything else, and reading does not throw', () => {
      fc.assert(fc.property(fc.anything(), (value) => assert.equal(read(value), undefined)));
      const type = fc.constantFrom(...Object.keys(samples), '__proto__', 'constructor', 'toString');
      fc.assert(fc.property(type, fc.object(), (name, rest) => void read({ ...rest, type: name })));
      assert.equal(read(JSON.parse('{"__proto__":{"type":"ready"}}')), undefined);
      const inherited: unknown = Object.create({ type: 'other' });
      assert.equal(read(inherited), undefined);
    });
  });
}

describe('a message of the page', () => {
  it('is bounded', () => {
    const long = 'x'.repeat(30_000);
    for (const sample of [
      { ...fromPage.search, query: long },
      { ...fromPage.getPage, id: long },
      { ...fromPage.getExercises, concepts: Array(2000).fill('lora') },
      { ...fromPage.copyCode, text: long },
      { ...fromPage.answer, ms: 1e9 },
      { ...fromPage.answer, ms: NaN },
      { ...fromPage.answer, chosen: -1 },
      { ...fromPage.answer, event: 'no uuid' },
      { ...fromPage.reveal, line: Infinity },
    ])
      assert.equal(readPageMessage(sample), undefined, JSON.stringify(sample).slice(0, 80));
  });
});

describe('a stop', () => {
  it('that was kept is read, and nothing else is', () => {
    assert.deepEqual(readStop(fromPage.keepStop.stop), fromPage.keepStop.stop);
    for (const scroll of [-1, NaN, Infinity, '3', undefined])
      assert.equal(readStop({ ...fromPage.keepStop.stop, scroll }), undefined);
    fc.assert(fc.property(fc.anything(), (value) => assert.equal(readStop(value), undefined)));
  });
});

interface Damage {
  readonly path: string;
  /** The message without the field; none for an entry of a list, which may be missing. */
  readonly without?: unknown;
  /** The message with a value there that belongs to no field of its kind. */
  readonly broken: readonly unknown[];
}

/** Every way to take one field away, or to put something else in its place. */
function damaged(message: unknown): Damage[] {
  const found: Damage[] = [];
  const visit = (value: unknown, path: string, put: (other: unknown) => unknown, cut?: () => unknown) => {
    if (path !== '') {
      const others = [[], true, 7, 'x', Symbol.iterator].filter((other) => !isLike(value, other, path));
      found.push({ path, broken: others.map(put), ...(cut ? { without: cut() } : {}) });
    }
    if (Array.isArray(value))
      value.forEach((each, index) =>
        visit(each, `${path}[]`, (other) => put(value.map((old: unknown, i) => (i === index ? other : old)))),
      );
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        const { [key]: _, ...rest } = value as Record<string, unknown>;
        const cutKey = FREE.test(path) ? undefined : () => put(rest);
        visit(each, `${path}.${key}`, (other) => put({ ...value, [key]: other }), cutKey);
      }
  };
  visit(message, '', (other) => other);
  return found;
}

/** Records whose keys are free. */
const FREE = /\.(?:values|mastery)$/;

/** Whether another value could stand in the place of a value as well. */
function isLike(value: unknown, other: unknown, path: string): boolean {
  // A value of a figure is a number or a text.
  if (/\.values\.\w+$/.test(path)) return typeof other === 'number' || typeof other === 'string';
  // An empty list is read as a record without keys.
  if (Array.isArray(other) && FREE.test(path)) return true;
  if (Array.isArray(value) || Array.isArray(other)) return Array.isArray(value) && Array.isArray(other);
  return typeof value === typeof other && !(typeof value === 'string' && CHOICES.test(path));
}

/** Fields with a few allowed values. */
const CHOICES = /\.(?:type|lang|view|form|demand|kind|surface|mark)$/;
