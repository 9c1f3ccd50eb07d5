import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mergePacks, type PackEntry } from '../../../src/core/packs.ts';
import { decodeUtf8 } from '../../../src/core/packs/utf8.ts';
import { conceptFiles, factsOf, packOf, type Folder } from './folder.ts';

const base = { topics: [], concepts: [], sources: [] };
const ids = fc.constantFrom('a1', 'b1', 'c1', 'constructor', 'lora', 'x'.repeat(70));
const path = fc.oneof(
  fc.constantFrom(
    'topics.yaml',
    'sources.yaml',
    'team/a1.en.md',
    'team/a1.svg',
    '../a1.yaml',
    'team/A1.yaml',
    'a/b/c.yaml',
    '__proto__/x.yaml',
  ),
  fc
    .tuple(fc.constantFrom('team', 'zebra'), ids, fc.constantFrom('yaml', 'en.md', 'es.md', 'svg'))
    .map(([topic, id, end]) => `${topic}/${id}.${end}`),
);
const content = fc.oneof(
  fc.uint8Array({ maxLength: 60 }),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom<PackEntry['kind']>('link', 'other', 'directory').map((kind) => ({ kind })),
  fc
    .tuple(ids, fc.array(ids, { maxLength: 4 }), fc.boolean())
    .map(([name, before, overrides]) =>
      factsOf(name, `relations: { prerequisites: [${before.join(', ')}] }\noverrides: ${overrides}\n`),
    ),
);
const whole = fc
  .tuple(
    ids.filter((id) => id.length < 64),
    fc.array(ids, { maxLength: 3 }),
  )
  .map(([id, before]) =>
    conceptFiles(
      'team',
      id,
      factsOf(`${id} thing`, `relations: { prerequisites: [${before.join(', ')}] }\n`),
    ),
  );
const folder: fc.Arbitrary<Folder> = fc
  .tuple(fc.array(whole, { maxLength: 3 }), fc.dictionary(path, content, { maxKeys: 6 }))
  .map(([concepts, others]) => Object.assign({}, ...concepts, others) as Folder);

describe('any folder as a pack', () => {
  it('is read without an exception, with bounded complaints, and merges into a sound base', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(fc.array(folder, { minLength: 1, maxLength: 3 }), (folders) => {
        const packs = folders.map((files, index) => packOf(files, `pack ${index}`));
        for (const { problems } of packs) assert.ok(problems.length <= 101);
        const { data } = mergePacks(base, packs);
        const known = new Set(data.concepts.map(({ id }) => id));
        assert.equal(known.size, data.concepts.length);
        const names = data.concepts.flatMap(({ terms }) => [
          ...new Set([terms.en.name.toLowerCase(), terms.es.name.toLowerCase()]),
        ]);
        assert.equal(new Set(names).size, names.length);
        for (const { relations } of data.concepts) {
          for (const id of Object.values(relations).flat() as string[]) assert.ok(known.has(id), id);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('UTF-8', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const reference = (bytes: Uint8Array): string | undefined => {
    try {
      return strict.decode(bytes);
    } catch {
      return undefined;
    }
  };
  const agree = (bytes: Uint8Array): void => {
    const decoded = decodeUtf8(bytes);
    assert.equal('text' in decoded ? decoded.text : undefined, reference(bytes));
  };

  it('is decoded as a browser decodes it', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 12 }), agree), { numRuns: 5000 });
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 50 }).map((text) => new TextEncoder().encode(text)),
        agree,
      ),
      { numRuns: 1000 },
    );
    // The bytes around every boundary of the table in RFC 3629.
    const edges = [
      0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xc1, 0xc2, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee,
      0xef, 0xf0, 0xf1, 0xf3, 0xf4, 0xf5, 0xff,
    ];
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 8 }).map((bytes) => bytes.map((byte) => edges[byte % edges.length]!)),
        agree,
      ),
      { numRuns: 20_000 },
    );
  });

  it('knows the line of the first bad byte', () => {
    assert.deepEqual(decodeUtf8(new Uint8Array([97, 10, 98, 10, 0xff])), { badLine: 3 });
  });

  it('decodes long texts', () => {
    const text = 'año 😀 '.repeat(20_000);
    assert.deepEqual(decodeUtf8(new TextEncoder().encode(text)), { text });
  });
});
