// The only build script: three bundles, the compiled knowledge and the static files of the webview.
// `node esbuild.mjs` builds once, `--watch` keeps building, `--only=extension,webview` builds some.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, watch as watchFolder } from 'node:fs';
import { readFile } from 'node:fs/promises';
import * as esbuild from 'esbuild';

const watch = process.argv.includes('--watch');
const only = process.argv
  .find((arg) => arg.startsWith('--only='))
  ?.slice('--only='.length)
  .split(',');

const shared = {
  bundle: true,
  minify: !watch,
  sourcemap: watch,
  target: 'es2022',
  logLevel: 'warning',
  legalComments: 'none',
};

/** Prints what the watch task of `.vscode/tasks.json` waits for. */
const problemMatcher = {
  name: 'problem-matcher',
  setup(build) {
    build.onStart(() => console.log('[watch] build started'));
    build.onEnd(({ errors }) => {
      for (const { text, location } of errors) {
        console.error(`✘ [ERROR] ${text}`);
        if (location) console.error(`    ${location.file}:${location.line}:${location.column}:`);
      }
      console.log('[watch] build finished');
    });
  },
};

/**
 * ts-fsrs adds four methods to `Date.prototype` when it is imported, and the extension host is shared with other
 * extensions. Its own code does not use them, so they are left out of our bundles.
 */
const withoutDatePatch = {
  name: 'without-date-patch',
  setup(build) {
    build.onLoad({ filter: /ts-fsrs[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const contents = source.replace(/^Date\.prototype\.\w+ = function\([^)]*\) \{\n[^}]*\n\};$/gm, '');
      if (/Date\.prototype/.test(contents))
        throw new Error('ts-fsrs has changed: its Date.prototype patch is no longer found');
      return { contents, loader: 'js' };
    });
  },
};

/** Mocha's browser build would take the `module` of the whole bundle for its own and replace its exports. */
const mochaAsGlobal = {
  name: 'mocha-as-global',
  setup(build) {
    build.onLoad({ filter: /mocha[\\/]mocha\.js$/ }, async ({ path }) => ({
      contents: `const module = undefined, exports = undefined;\n${await readFile(path, 'utf8')}`,
    }));
  },
};

/**
 * Packs are read as YAML and never written, with the failsafe schema alone. The library's writer, its other schemas
 * and its visitors are a third of its code; in their place stand functions that say so if they are ever called.
 */
const yamlForReading = {
  name: 'yaml-for-reading',
  setup(build) {
    const dist = String.raw`[\\/]yaml[\\/]browser[\\/]dist[\\/]`;
    const unused = `(?:stringify[\\\\/]\\w+|visit|doc[\\\\/]createNode|schema[\\\\/](?:yaml-1\\.1|core|json)[\\\\/][\\w-]+|parse[\\\\/]cst-(?:visit|stringify))`;
    build.onLoad({ filter: new RegExp(`${dist}${unused}\\.js$`) }, async ({ path }) => {
      const lists = [...(await readFile(path, 'utf8')).matchAll(/^export \{([^}]*)\};/gm)];
      const names = lists.flatMap(([, list]) =>
        list.split(',').map((name) => name.trim().split(' as ').at(-1)),
      );
      if (names.length === 0) throw new Error(`${path} has changed: its exports are not found`);
      return {
        contents: `const absent = () => { throw new Error('left out of the bundle') };\n${names
          .map((name) => `export { absent as ${name} };`)
          .join('\n')}`,
      };
    });
    build.onLoad({ filter: new RegExp(`${dist}schema[\\\\/]tags\\.js$`) }, () => ({
      contents: `import { map } from './common/map.js';
        import { seq } from './common/seq.js';
        import { string } from './common/string.js';
        export const coreKnownTags = {};
        export const getTags = () => [map, seq, string];`,
    }));
  },
};

/** Temml draws chemistry too (`\\ce`), with a sixth of its code. Formulas of language models have none. */
const temmlWithoutChemistry = {
  name: 'temml-without-chemistry',
  setup(build) {
    build.onLoad({ filter: /temml[\\/]dist[\\/]temml\.mjs$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const start = source.indexOf('// Add \\ce, \\pu, and \\tripleDash to the Temml macros.');
      const end = source.indexOf('// texvc.sty');
      if (start < 0 || end < start)
        throw new Error('temml has changed: its part for chemistry is no longer found');
      return { contents: source.slice(0, start) + source.slice(end), loader: 'js' };
    });
  },
};

const bundles = {
  // One file for the desktop's Node host and the browser worker: no Node built-ins.
  extension: {
    ...shared,
    entryPoints: { extension: 'src/editor/extension.ts' },
    outdir: 'dist',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    plugins: [withoutDatePatch, yamlForReading],
  },
  webview: {
    ...shared,
    entryPoints: { main: 'src/webview/main.tsx', style: 'src/webview/style.css' },
    outdir: 'dist/webview',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    plugins: [withoutDatePatch, temmlWithoutChemistry],
    splitting: true,
    platform: 'browser',
  },
  cli: {
    ...shared,
    entryPoints: { cli: 'src/cli/main.ts' },
    outdir: 'dist',
    format: 'cjs',
    platform: 'node',
    banner: { js: '#!/usr/bin/env node' },
    plugins: [withoutDatePatch, temmlWithoutChemistry],
  },
};

// Built on request only (`--only=tests`): the suite that runs inside VS Code, in both extension hosts.
if (only?.includes('tests')) {
  bundles.tests = {
    ...shared,
    minify: false,
    sourcemap: 'inline',
    entryPoints: { index: 'test/editor/main.ts' },
    outdir: 'out/test/editor',
    format: 'cjs',
    platform: 'browser',
    external: ['vscode'],
    plugins: [mochaAsGlobal],
  };
}

const wanted = Object.entries(bundles).filter(([name, options]) => {
  return (!only || only.includes(name)) && existsSync(Object.values(options.entryPoints)[0]);
});

mkdirSync('dist', { recursive: true });
// Parts of the page are named by their content: those of an earlier build would stay for ever.
if (!only || only.includes('webview')) rmSync('dist/webview', { recursive: true, force: true });
if (!only || only.includes('knowledge')) compileKnowledge();
if (watch) {
  const contexts = await Promise.all(
    wanted.map(([, options]) =>
      esbuild.context({ ...options, plugins: [...(options.plugins ?? []), problemMatcher] }),
    ),
  );
  await Promise.all(contexts.map((context) => context.watch()));
  if (!only || only.includes('knowledge')) watchKnowledge();
} else {
  await Promise.all(wanted.map(([, options]) => esbuild.build(options)));
}

/** Compiles again a moment after the last change; pages that are not finished are left out. */
function watchKnowledge() {
  let waiting;
  watchFolder('knowledge', { recursive: true }, () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      console.log('[watch] build started');
      compileKnowledge();
      console.log('[watch] build finished');
    }, 300);
  });
}

/** Compiles `knowledge/` to `dist/knowledge/`; a problem in it fails the build. */
function compileKnowledge() {
  const result = spawnSync(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', 'scripts/knowledge/main.ts', 'build', ...(watch ? ['--lenient'] : [])],
    {
      stdio: 'inherit',
    },
  );
  if (result.status !== 0 && !watch) process.exit(result.status ?? 1);
}
