import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { smallerZip } from '../../scripts/harness/smallerZip.ts';

/** The writer and the reader of zips that vsce itself uses. */
const requireOfVsce = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
const { ZipFile } = requireOfVsce('yazl') as {
  ZipFile: new () => {
    addBuffer(content: Buffer, name: string, options: { mtime: Date; mode: number }): void;
    end(): void;
    outputStream: Readable;
  };
};
interface Entry {
  readonly fileName: string;
  readonly crc32: number;
  readonly compressedSize: number;
  getLastModDate(): Date;
}
const { fromBuffer } = requireOfVsce('yauzl') as {
  fromBuffer(zip: Buffer, options: object, done: (error: Error | null, zip: Reader) => void): void;
};
interface Reader {
  readEntry(): void;
  on(event: 'entry', listener: (entry: Entry) => void): void;
  on(event: 'end', listener: () => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
  openReadStream(entry: Entry, done: (error: Error | null, stream: Readable) => void): void;
}

const FILES: Readonly<Record<string, Buffer>> = {
  'package.json': Buffer.from(
    JSON.stringify({ name: 'some', list: Array.from({ length: 500 }, (_, n) => n * n) }),
  ),
  'empty.txt': Buffer.alloc(0),
  'media/ñandú.svg': Buffer.from('<svg/>'.repeat(300)),
  'noise.zst': Buffer.from(Array.from({ length: 3000 }, (_, n) => (n * n * 2654435761) >>> 13)),
};

describe('The smaller zip', () => {
  it('holds the same files with the same dates, in fewer bytes, and the same again', async () => {
    const zip = await zipped();
    const smaller = await smallerZip(zip);
    assert.ok(smaller.length < zip.length, `${smaller.length} of ${zip.length}`);
    assert.deepEqual(await read(smaller), await read(zip));
    assert.deepEqual(
      (await read(smaller)).map(({ content }) => content),
      Object.values(FILES),
    );
    assert.ok((await smallerZip(zip)).equals(smaller));
    assert.ok((await smallerZip(smaller)).equals(smaller));
  });
});

async function zipped(): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(FILES))
    zip.addBuffer(content, name, { mtime: new Date(2000, 0, 1), mode: 0o100664 });
  zip.end();
  return buffer(zip.outputStream);
}

function read(zip: Buffer): Promise<{ name: string; date: Date; content: Buffer }[]> {
  return new Promise((resolve, reject) => {
    fromBuffer(zip, { lazyEntries: true }, (error, reader) => {
      if (error) return reject(error);
      const found: { name: string; date: Date; content: Buffer }[] = [];
      reader.on('error', reject);
      reader.on('end', () => resolve(found));
      reader.on('entry', (entry) => {
        reader.openReadStream(entry, (failure, stream) => {
          if (failure) return reject(failure);
          buffer(stream).then((content) => {
            found.push({ name: entry.fileName, date: entry.getLastModDate(), content });
            reader.readEntry();
          }, reject);
        });
      });
      reader.readEntry();
    });
  });
}
