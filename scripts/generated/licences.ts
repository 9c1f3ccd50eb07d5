import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { projectRoot } from '../harness/cache.ts';

/** The bundles of the package, by what they are part of; the command line is built from a clone and not shipped. */
const BUNDLES = {
  extension: { entry: 'src/editor/extension.ts', external: ['vscode'], platform: 'browser' },
  sidebar: { entry: 'src/webview/main.tsx', external: [], platform: 'browser' },
} as const;

/** Tools whose output, not whose code, is part of the package. */
const OUTPUT_OF = { 'mathjax-full': 'outlines of formulas in `dist/knowledge`' } as const;

interface Package {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly parts: readonly string[];
  readonly text: string;
}

/** THIRD-PARTY.md: every package that the bundles contain, found by bundling, with its licence in full. */
export function thirdParty(): string {
  const packages = bundledPackages();
  const rows = packages.map(
    ({ name, version, license, parts }) => `| ${name} | ${version} | ${license} | ${parts.join(', ')} |\n`,
  );
  return `# Third-party software

NLP Lens contains these packages. \`npm run generate\` writes this file from what the bundles contain.

| package | version | licence | in |
|---|---|---|---|
${rows.join('')}
${sharedTexts(packages).join('\n')}`;
}

/** Each licence text once: what packages have word for word stands under one heading, with all their copyright lines. */
function sharedTexts(packages: readonly Package[]): readonly string[] {
  const groups = new Map<
    string,
    { readonly title: string; readonly holders: string[]; readonly text: string }
  >();
  for (const { name, license, text } of packages) {
    const isHolder = (line: string): boolean => /^\s*copyright (\(c\)|©|\d)/i.test(line);
    const lines = text.split('\n');
    const body = lines
      .filter((line) => !isHolder(line) && !TITLE.test(line))
      .join('\n')
      .trim();
    const holders = lines.filter(isHolder).map((line) => `- ${name}: ${line.trim()}`);
    const group = groups.get(words(body)) ?? { title: `## ${taken(license)}\n\n`, holders: [], text: body };
    group.holders.push(...(holders.length > 0 ? holders : [`- ${name}`]));
    groups.set(words(body), group);
  }
  return [...groups.values()].map(
    ({ title, holders, text }) => `${title}${holders.join('\n')}\n\n\`\`\`text\n${text}\n\`\`\`\n`,
  );
}

function bundledPackages(): readonly Package[] {
  const parts = new Map<string, Set<string>>(
    Object.entries(OUTPUT_OF).map(([name, part]) => [name, new Set([part])]),
  );
  for (const [part, { entry, external, platform }] of Object.entries(BUNDLES)) {
    for (const input of inputsOf(entry, external, platform)) {
      const name = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(input)?.[1];
      if (name) parts.set(name, (parts.get(name) ?? new Set()).add(part));
    }
  }
  return [...parts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, where]) => describePackage(name, [...where]));
}

/** Of several licences to choose from, the one whose text the package has: `(MPL-2.0 OR Apache-2.0)`. */
function taken(license: string): string {
  return /^\((?:.* OR )(Apache-2\.0|MIT)\)$/.exec(license)?.[1] ?? license;
}

/** `The MIT License (MIT)` as a heading of a licence file. */
const TITLE = /^[#\s]*(?:the )?(?:mit|isc) licen[cs]e(?: \(\w+\))?\s*$/i;

/** A text without its layout, so that the same licence wrapped differently counts as one. */
function words(text: string): string {
  return text
    .replace(/[\s"“”']+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Files with code in the bundle: what tree shaking drops is not shipped. */
function inputsOf(entry: string, external: readonly string[], platform: 'browser'): readonly string[] {
  const { metafile } = buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    outdir: 'dist',
    format: 'esm',
    splitting: true,
    platform,
    external: [...external],
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'error',
  });
  return Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
  );
}

function describePackage(name: string, parts: readonly string[]): Package {
  const folder = join(projectRoot, 'node_modules', name);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    version: string;
    license?: string;
  };
  const file = readdirSync(folder).find((candidate) =>
    /^(licen[cs]e|copying)(\.(md|txt|mit))?$/i.test(candidate),
  );
  if (license === undefined)
    throw new Error(`${name} names no licence in its package.json: it cannot be shipped`);
  const text = file
    ? readFileSync(join(folder, file), 'utf8').trim().replace(/\r/g, '')
    : `${license}: no licence file in the package.`;
  return { name, version, license, parts, text };
}
