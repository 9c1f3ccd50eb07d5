/** A pack's folder through the editor's file system: listed without following links, read within bounds. */
import * as vscode from 'vscode';
import { LIMITS } from '../../core/authoring/limits.ts';
import { belongs, PACK_LIMITS } from '../../core/packs/plan.ts';
import type { PackBytes, PackEntry } from '../../core/packs.ts';
import type { PackPlace } from './places.ts';

/** The folder and the folders in it, or why it cannot be read: it is a link, or no folder at all. */
export async function listFolder(
  { folder, files }: Pick<PackPlace, 'folder' | 'files'>,
  token: Stop,
): Promise<readonly PackEntry[] | string> {
  try {
    // Extensions on the web are fetched: their folders have no listing, and their files no size before they are read.
    if (files && (folder.scheme === 'http' || folder.scheme === 'https'))
      return files.slice(0, MOST_NAMES + 1).map((path) => ({ path, kind: 'file', size: 0 }));
    const { type } = await vscode.workspace.fs.stat(folder);
    if ((type & vscode.FileType.SymbolicLink) !== 0)
      return 'replace the link by the folder itself: packs are read without following links';
    if (type !== vscode.FileType.Directory) return 'a pack is a folder, and this is none';
    const listed = await namesIn(folder, '');
    // A folder may hold more names than a call can have arguments: they are added one by one.
    for (const [path, kind] of listed.slice(0, MOST_NAMES)) {
      if (listed.length > MOST_NAMES || token.isCancellationRequested) break;
      if (kind === vscode.FileType.Directory)
        for (const entry of await namesIn(folder, path)) listed.push(entry);
    }
    return await withSizes(folder, listed.slice(0, MOST_NAMES + 1), token);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Something that may ask to stop. */
export type Stop = Pick<vscode.CancellationToken, 'isCancellationRequested'>;

/** The files that are there and small enough; the others are missing from the answer. */
export async function readFiles(folder: vscode.Uri, paths: readonly string[]): Promise<PackBytes> {
  const read = await Promise.all(
    paths.map(async (path): Promise<[string, Uint8Array] | undefined> => {
      try {
        const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path));
        // It may have grown since it was listed.
        return bytes.length <= LIMITS.fileBytes ? [path, bytes] : undefined;
      } catch {
        return undefined;
      }
    }),
  );
  return new Map(read.filter((file) => file !== undefined));
}

/** Beyond this the plan stops too. */
const MOST_NAMES = PACK_LIMITS.files * 2;
const AT_ONCE = 64;

async function namesIn(folder: vscode.Uri, path: string): Promise<[string, vscode.FileType][]> {
  try {
    const names = await vscode.workspace.fs.readDirectory(
      path === '' ? folder : vscode.Uri.joinPath(folder, path),
    );
    return names.map(([name, type]) => [path === '' ? name : `${path}/${name}`, type]);
  } catch (error) {
    if (path === '') throw error;
    return [];
  }
}

async function withSizes(
  folder: vscode.Uri,
  listed: readonly [string, vscode.FileType][],
  token: Stop,
): Promise<PackEntry[]> {
  const entries: PackEntry[] = [];
  for (let at = 0; at < listed.length && !token.isCancellationRequested; at += AT_ONCE) {
    entries.push(
      ...(await Promise.all(
        listed.slice(at, at + AT_ONCE).map(async ([path, type]): Promise<PackEntry> => {
          const kind = kindOf(type);
          const wanted = kind === 'file' && belongs(path);
          return { path, kind, size: wanted ? await sizeOf(vscode.Uri.joinPath(folder, path)) : 0 };
        }),
      )),
    );
  }
  return entries;
}

function kindOf(type: vscode.FileType): PackEntry['kind'] {
  if ((type & vscode.FileType.SymbolicLink) !== 0) return 'link';
  if (type === vscode.FileType.File) return 'file';
  return type === vscode.FileType.Directory ? 'directory' : 'other';
}

/** A file that is gone again counts as too large to read. */
async function sizeOf(uri: vscode.Uri): Promise<number> {
  try {
    return (await vscode.workspace.fs.stat(uri)).size;
  } catch {
    return Number.MAX_SAFE_INTEGER;
  }
}
