/**
 * The suite that runs inside VS Code. One bundle (out/test/editor/index.js) serves the Node extension host, the
 * browser worker and `npm run test:desktop`: it knows nothing of who started it.
 */
import './networkTrap.ts';
import './setup.ts';
import './activation.test.ts';
import './commands.test.ts';
import './firstSteps.test.ts';
import './assistant.test.ts';
import './hover.test.ts';
import './language.test.ts';
import './packs.test.ts';
import './places.test.ts';
import './reviewFiles.test.ts';
import './network.test.ts';
export { run } from './run.ts';
