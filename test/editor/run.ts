/** Where this runs: the starter checks that it is where it meant. */
const host = 'WorkerGlobalScope' in globalThis ? 'worker' : 'node';

/** The line that carries the counts to whoever started the editor. */
export const COUNTS = 'nlp-lens-editor-suite';

/** VS Code calls it; the promise is rejected when a test failed, and the editor's exit code follows. */
export function run(): Promise<void> {
  return new Promise((resolve, reject) => {
    let passed = 0;
    let failed = 0;
    // mocha.run() of the browser build wants a page's address; the runner itself does not.
    const runner = new Mocha.Runner(mocha.suite, { delay: false });
    runner.on('pass', (test) => {
      passed += 1;
      console.log(`  ✔ ${test.fullTitle()}`);
    });
    runner.on('fail', (test, error: Error) => {
      failed += 1;
      console.log(
        `  ✘ ${test.fullTitle()}\n      ${(error.stack ?? error.message).split('\n').join('\n      ')}`,
      );
    });
    runner.run(() => {
      console.log(`${COUNTS} ${JSON.stringify({ host, passed, failed })}`);
      if (failed > 0) reject(new Error(`${failed} failed`));
      else resolve();
    });
  });
}
