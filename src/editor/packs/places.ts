/** Where packs may be: `.nlp-lens/` of the workspace, folders of the setting, folders of other extensions. */
import * as vscode from 'vscode';
import { cleanName } from '../../core/authoring/characters.ts';

/** A folder that may hold a pack, and the name that its cards show. */
export interface PackPlace {
  readonly name: string;
  readonly folder: vscode.Uri;
  /** Whether somebody asked for this very folder, so that its absence is worth a message. */
  readonly asked: boolean;
  /** The files that its manifest names, for where a folder cannot be listed: extensions on the web. */
  readonly files?: readonly string[];
}

/** The name of the folder in a workspace. */
export const WORKSPACE_FOLDER = '.nlp-lens';

/** All places in the order in which packs win over each other; none at all in a workspace that is not trusted. */
export function packPlaces(): readonly PackPlace[] {
  if (!vscode.workspace.isTrusted) return [];
  const folders = vscode.workspace.workspaceFolders ?? [];
  const own = folders.map(({ name, uri }) => ({
    name,
    folder: vscode.Uri.joinPath(uri, WORKSPACE_FOLDER),
    asked: false,
  }));
  const places = [...own, ...fromSetting(folders), ...fromExtensions()];
  const distinct = [...new Map(places.map((place) => [place.folder.toString(), place])).values()];
  return withDistinctNames(distinct.slice(0, MOST_PACKS));
}

/** More packs than this are a mistake in somebody's setting. */
const MOST_PACKS = 50;

/** Absolute paths, or paths relative to the folders of the workspace. */
function fromSetting(workspace: readonly vscode.WorkspaceFolder[]): PackPlace[] {
  const value = vscode.workspace.getConfiguration('nlpLens').get<unknown>('packs');
  const paths = Array.isArray(value) ? value.filter((path) => typeof path === 'string') : [];
  return paths
    .filter((path) => path.trim() !== '' && path.length <= LONGEST_PATH)
    .flatMap((path) =>
      isAbsolute(path)
        ? [vscode.Uri.file(path)]
        : workspace.map(({ uri }) => vscode.Uri.joinPath(uri, path.replace(/\\/g, '/'))),
    )
    .map((folder) => ({ name: lastPart(folder), folder, asked: true }));
}

const LONGEST_PATH = 1000;

/** `"nlpLensPacks": [{ "path": "./knowledge", "files": [...] }]` under `contributes` of another extension. */
function fromExtensions(): PackPlace[] {
  return vscode.extensions.all.flatMap(({ packageJSON, extensionUri, id }) => {
    const manifest = packageJSON as { displayName?: unknown; contributes?: { nlpLensPacks?: unknown } };
    const given = manifest.contributes?.nlpLensPacks;
    if (!Array.isArray(given)) return [];
    const name = typeof manifest.displayName === 'string' ? manifest.displayName : id;
    return given.flatMap((entry: unknown) => {
      const { path, files } = (entry ?? {}) as { path?: unknown; files?: unknown };
      const inside = typeof path === 'string' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
      const named = Array.isArray(files) ? files.filter((file) => typeof file === 'string') : [];
      const folder = inside ? vscode.Uri.joinPath(extensionUri, path) : undefined;
      return folder ? [{ name, folder, asked: true, ...(named.length > 0 ? { files: named } : {}) }] : [];
    });
  });
}

function isAbsolute(path: string): boolean {
  return /^(?:[\\/]|[a-z]:[\\/])/i.test(path);
}

function lastPart({ path }: vscode.Uri): string {
  return path.replace(/\/+$/, '').split('/').at(-1) ?? path;
}

/** Problems and concepts are told apart by the name of their pack. */
function withDistinctNames(places: readonly PackPlace[]): PackPlace[] {
  const taken = new Set<string>();
  return places.map((place) => {
    // Names of folders and of extensions are anybody's.
    const own = cleanName(place.name) || '?';
    let name = own;
    for (let number = 2; taken.has(name); number += 1) name = `${own} (${number})`;
    taken.add(name);
    return { ...place, name };
  });
}
