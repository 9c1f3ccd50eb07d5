// Mocha's browser build needs neither files nor processes, so it runs in the worker too. It must be set up
// before the first test file declares its tests.
import 'mocha/mocha.js';

mocha.setup({ ui: 'bdd', reporter: undefined, timeout: 30_000 } as unknown as Parameters<
  typeof mocha.setup
>[0]);

/** What Date.prototype had before our extension was activated: the extension host is shared with others. */
export const dateMethodsBefore: readonly string[] = Object.getOwnPropertyNames(Date.prototype).sort();
