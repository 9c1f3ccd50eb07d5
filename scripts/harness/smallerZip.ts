/** A zip with the same files in fewer bytes: each is deflated by Zopfli, or stored where that is smaller. */
import { deflateAsync } from '@gfx/zopfli';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { projectRoot } from './cache.ts';

/** Zopfli's own advice for files below some megabytes; more gains bytes in the tens. */
const OPTIONS = { numiterations: 15, blocksplitting: true, blocksplittingmax: 0 };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const STORED = 0;
const DEFLATED = 8;
/** Sizes stand in the headers, not behind the data. */
const SIZES_BEHIND = 0x08;

/** An entry as it stands in the central directory of a zip. */
interface Entry {
  readonly header: Buffer;
  readonly method: number;
  readonly content: Buffer;
}

/** Writes a zip anew; names, dates, order and permissions stay, and the same zip gives the same bytes. */
export async function smallerZip(zip: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const entries = entriesOf(zip);
  for (const { header, content } of entries) {
    const data = await packed(content);
    const stored = data === content;
    const central = Buffer.from(header);
    central.writeUInt16LE(central.readUInt16LE(8) & ~SIZES_BEHIND, 8);
    central.writeUInt16LE(stored ? STORED : DEFLATED, 10);
    central.writeUInt32LE(data.length, 20);
    central.writeUInt32LE(offset, 42);
    directory.push(central);
    const nameLength = central.readUInt16LE(28);
    const local = Buffer.alloc(30 + nameLength);
    local.writeUInt32LE(LOCAL, 0);
    // Version, flags, method, date, check sum, sizes and the length of the name stand in the same order.
    central.copy(local, 4, 6, 30);
    central.copy(local, 30, 46, 46 + nameLength);
    parts.push(local, data);
    offset += local.length + data.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

/** Deflated, or the same when that gains nothing. Zopfli takes seconds for a large file, so it remembers. */
async function packed(content: Buffer): Promise<Buffer> {
  if (deflateRawSync(content).length > content.length * INCOMPRESSIBLE) return content;
  const kept = join(CACHE, createHash('sha256').update(content).digest('hex'));
  if (!existsSync(kept)) {
    mkdirSync(CACHE, { recursive: true });
    writeFileSync(kept, await deflateAsync(content, OPTIONS));
  }
  return readFileSync(kept);
}

const CACHE = join(projectRoot, 'out/cache/zopfli');
/** What is left of a file that was compressed before. */
const INCOMPRESSIBLE = 0.98;

function entriesOf(zip: Buffer): Entry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('no end of a zip found');
  let at = zip.readUInt32LE(end + 16);
  return Array.from({ length: zip.readUInt16LE(end + 10) }, (): Entry => {
    if (zip.readUInt32LE(at) !== CENTRAL)
      throw new Error('the directory of the zip is not where it should be');
    const nameEnd = at + 46 + zip.readUInt16LE(at + 28);
    const header = Buffer.from(zip.subarray(at, nameEnd));
    // Extra fields and remarks are left out.
    header.writeUInt16LE(0, 30);
    header.writeUInt16LE(0, 32);
    const method = zip.readUInt16LE(at + 10);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    if (method !== STORED && method !== DEFLATED)
      throw new Error(`an entry of the zip is packed in way ${method}`);
    at = nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    return { header, method, content: method === STORED ? data : inflateRawSync(data) };
  });
}
