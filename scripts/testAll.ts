// The last step of npm test: runs the suites one after the other and closes with one line that sums them.
import { chromiumAdvice, ensureChromium } from './harness/chromium.ts';
import { runEditorSuite } from './harness/editorSuite.ts';
import { runMocha } from './harness/mocha.ts';
import { runPackagedSuite } from './harness/packagedSuite.ts';
import { closingLine, type Counts } from './harness/counts.ts';

interface Suite {
  readonly name: string;
  /** Suites that drive VS Code in the browser cannot run everywhere. */
  readonly needsBrowser: boolean;
  readonly run: () => Promise<Counts>;
}

const suites: readonly Suite[] = [
  { name: 'core', needsBrowser: false, run: () => runMocha('.mocharc.json') },
  { name: 'editor-node', needsBrowser: true, run: () => runEditorSuite({ host: 'node' }) },
  { name: 'editor-worker', needsBrowser: true, run: () => runEditorSuite({ host: 'worker' }) },
  { name: 'ui', needsBrowser: true, run: () => runMocha('test/ui/.mocharc.json') },
  { name: 'packaged', needsBrowser: true, run: runPackagedSuite },
];

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name.startsWith(name)));
  if (unknown.length > 0)
    throw new Error(`no suite ${unknown.join(', ')}: ${suites.map(({ name }) => name).join(', ')}`);
  const wanted = suites.filter(
    ({ name }) => names.length === 0 || names.some((prefix) => name.startsWith(prefix)),
  );
  const obstacle = wanted.some(({ needsBrowser }) => needsBrowser) ? whyNoBrowser() : undefined;
  const skipped: string[] = [];
  let total: Counts = { passed: 0, failed: 0 };
  for (const suite of wanted) {
    if (suite.needsBrowser && obstacle !== undefined) {
      skipped.push(suite.name);
      continue;
    }
    const started = Date.now();
    console.log(`\n=== ${suite.name}`);
    const counts = await guarded(suite);
    console.log(`=== ${suite.name}: ${closingLine(counts)} (${Math.round((Date.now() - started) / 1000)} s)`);
    total = { passed: total.passed + counts.passed, failed: total.failed + counts.failed };
  }
  // On a build server a suite that cannot run is a failure: nobody reads a warning there.
  if (process.env['CI'] === 'true') total = { ...total, failed: total.failed + skipped.length };
  console.log(
    `\n${closingLine(total, skipped.length > 0 ? `skipped ${skipped.join(', ')}: ${obstacle ?? ''}` : '')}`,
  );
  process.exit(total.failed > 0 ? 1 : 0);
}

/** A suite that breaks counts as one failure and does not keep the others from running. */
async function guarded(suite: Suite): Promise<Counts> {
  try {
    const counts = await suite.run();
    if (counts.passed + counts.failed > 0) return counts;
    throw new Error('no test ran');
  } catch (error) {
    console.error(`✘ ${suite.name}: ${error instanceof Error ? error.message : String(error)}`);
    return { passed: 0, failed: 1 };
  }
}

function whyNoBrowser(): string | undefined {
  if (process.platform === 'win32')
    return 'VS Code in the browser does not run on Windows; use npm run test:desktop';
  return ensureChromium() === undefined ? chromiumAdvice : undefined;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
});
