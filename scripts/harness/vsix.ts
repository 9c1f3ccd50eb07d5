import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from './cache.ts';
import { smallerZip } from './smallerZip.ts';

/** The largest package that we ship, in bytes. */
const LIMIT = 1_500_000;

/** Every file of the package must match one of these, and each of them must match a file. */
const ALLOWED: readonly RegExp[] = [
  /^package\.json$/,
  /^package\.nls(\.es)?\.json$/,
  /^README\.md$/i,
  /^CHANGELOG\.md$/i,
  /^LICENSE(\.txt)?$/,
  /^THIRD-PARTY\.md$/,
  /^l10n\/bundle\.l10n(\.es)?\.json$/,
  /^media\/icon\.png$/,
  /^media\/[a-z-]+\.svg$/,
  /^media\/walkthrough\/[a-z]+\.svg$/,
  /^knowledge\/(?:concept|topics|sources)\.schema\.json$/,
  /^dist\/extension\.js$/,
  /^dist\/webview\/[\w-]+\.(js|css)$/,
  /^dist\/knowledge\/[\w.-]+\.lzma$/,
];

/** What was packaged. */
export interface Vsix {
  readonly path: string;
  readonly bytes: number;
  readonly files: readonly string[];
}

/** Builds everything, packs it with vsce and checks the files and the size; the same sources give the same bytes. */
export async function buildVsix(path: string): Promise<Vsix> {
  mkdirSync(dirname(path), { recursive: true });
  node(['esbuild.mjs']);
  const vsce = join(projectRoot, 'node_modules/@vscode/vsce/vsce');
  node([vsce, 'package', '--no-dependencies', '--out', path]);
  writeFileSync(path, await smallerZip(readFileSync(path)));
  const files = node([vsce, 'ls', '--no-dependencies'])
    .split('\n')
    .filter((line) => line !== '');
  const problems = [
    ...files
      .filter((file) => !ALLOWED.some((rule) => rule.test(file)))
      .map((file) => `${file} must not be in the package`),
    ...ALLOWED.filter((rule) => !files.some((file) => rule.test(file))).map(
      (rule) => `no file matches ${rule.source}`,
    ),
  ];
  const bytes = statSync(path).size;
  if (bytes > LIMIT) problems.push(`${bytes} bytes is more than the ${LIMIT} we allow`);
  if (problems.length > 0)
    throw new Error(`The package is not right (.vscodeignore decides):\n  ${problems.join('\n  ')}`);
  return { path, bytes, files };
}

/** True when two packages have the same bytes. */
export function sameBytes(left: Vsix, right: Vsix): boolean {
  return readFileSync(left.path).equals(readFileSync(right.path));
}

function node(args: readonly string[]): string {
  // A fixed date, a fixed order (vsce's own, with this variable) and a fixed time zone make the zip reproducible.
  const env = { ...process.env, SOURCE_DATE_EPOCH: '946684800', TZ: 'UTC' };
  const result = spawnSync(process.execPath, args, {
    cwd: projectRoot,
    env,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  if (result.status !== 0) throw new Error(`${args.join(' ')} failed:\n${result.stdout}${result.stderr}`);
  return result.stdout;
}
