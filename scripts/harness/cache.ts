import { join } from 'node:path';

/** The project's folder; commands run from it, whatever the shell's own folder is. */
export const projectRoot = join(import.meta.dirname, '..', '..');

/**
 * Where the downloaded editor lives: `.vscode-test/` of the project, or the folder named by
 * NLP_LENS_VSCODE_TEST, so that several clones share the 700 MB.
 */
export function cacheFolder(): string {
  return process.env['NLP_LENS_VSCODE_TEST'] ?? join(projectRoot, '.vscode-test');
}

/** A folder for what one run writes (user data, screenshots, reports); `out/` is ignored by git. */
export function outFolder(...path: readonly string[]): string {
  return join(projectRoot, 'out', ...path);
}
