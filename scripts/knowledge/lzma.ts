/** Writes LZMA with the parameters that suit our data. The encoder is lzma1's, which offers only the usual ones. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** What of lzma1 is used beside what it exports. */
interface Encoder {
  configure(mode: Mode): void;
  compress(input: object, output: Output, mode: Mode): void;
  _numLiteralContextBits: number;
  _posStateBits: number;
  _posStateMask: number;
}
interface Mode {
  readonly searchDepth: number;
  readonly filterStrength: number;
  readonly modeIndex: number;
}
interface Output {
  toArray(): Uint8Array;
}

/** Searches all that was read, for the longest matches there are, by the tree that finds the nearest. */
function modeFor({ length }: Uint8Array): Mode {
  return { searchDepth: Math.max(12, Math.ceil(Math.log2(length + 1))), filterStrength: 255, modeIndex: 1 };
}

/**
 * An `.lzma` file, the same for the same bytes. `literalBits` (0 to 8) of a byte tell which chances the next one has:
 * 8 for the word code, where each byte is another word, 3 for text. `placeBits` (0 to 4) of a position do the same in
 * what is aligned, which nothing of ours is.
 */
export async function lzma(bytes: Uint8Array, literalBits = 3, placeBits = 0): Promise<Uint8Array> {
  const [{ Encoder }, { InputBuffer, OutputBuffer }] = await modules();
  const encoder = new Encoder();
  const configure = encoder.configure.bind(encoder);
  encoder.configure = (mode) => {
    configure(mode);
    encoder._numLiteralContextBits = literalBits;
    encoder._posStateBits = placeBits;
    encoder._posStateMask = (1 << placeBits) - 1;
  };
  const output = new OutputBuffer(bytes.length);
  encoder.compress(new InputBuffer(bytes), output, modeFor(bytes));
  const file = Uint8Array.from(output.toArray());
  if (file[0] !== literalBits + 45 * placeBits)
    throw new Error('lzma1 has changed: it no longer takes our parameters');
  return file;
}

function modules(): Promise<
  [
    { Encoder: new () => Encoder },
    { InputBuffer: new (bytes: Uint8Array) => object; OutputBuffer: new (size: number) => Output },
  ]
> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('lzma1'));
  const load = (name: string): Promise<never> =>
    import(pathToFileURL(path.join(folder, name)).href) as Promise<never>;
  return Promise.all([load('encoder.js'), load('streams.js')]);
}
