/** Packs for tests: a small good one, and a way to put anything into a folder. */
import { readPack, type Pack, type PackEntry } from '../../../src/core/packs.ts';
import { formatProblem } from '../../../src/core/authoring/problems.ts';
import { skeletonFiles } from '../../../src/core/authoring/template.ts';

/** Files by path: text, bytes, or an entry that is no file. */
export type Folder = Readonly<
  Record<string, string | Uint8Array | 'link' | { readonly kind: PackEntry['kind']; readonly size?: number }>
>;

/** The three files of a concept that lacks nothing, named after its id. */
export function conceptFiles(topic: string, id: string, facts?: string): Record<string, string> {
  const files = skeletonFiles(topic, id).map(({ path, text }) => {
    const filled = text
      .replace(/\*\*In words\.\*\* TODO/, '**In words.** The output is a function of the input.')
      .replace(/\*\*En palabras\.\*\* PENDIENTE/, '**En palabras.** La salida es una función de la entrada.')
      .replace(/TODO|PENDIENTE/g, 'text');
    return [path, path.endsWith('.yaml') && facts !== undefined ? facts : filled] as const;
  });
  return Object.fromEntries(files);
}

/** Facts with a name in both languages and whatever follows. */
export function factsOf(name: string, more = ''): string {
  return `terms:\n  en: { name: ${name} }\n  es: { name: ${name} }\n${more}`;
}

/** Reads the folder as the pack `team`. */
export function packOf(folder: Folder, name = 'team'): Pack {
  const encoder = new TextEncoder();
  const entries: PackEntry[] = [];
  const files = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(folder)) {
    if (typeof content === 'object' && !(content instanceof Uint8Array))
      entries.push({ path, kind: content.kind, size: content.size ?? 0 });
    else {
      const bytes = typeof content === 'string' ? encoder.encode(content) : content;
      files.set(path, bytes);
      entries.push({ path, kind: 'file', size: bytes.length });
    }
  }
  return readPack(name, entries, files);
}

/** Ids of the concepts that can be shown, and what the pack is told. */
export function outcome(pack: Pack): { readonly shown: string[]; readonly says: string[] } {
  return { shown: pack.concepts.map(({ concept }) => concept.id), says: pack.problems.map(formatProblem) };
}
