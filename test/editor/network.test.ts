import { equal, ok } from './expect.ts';
import { connections, recognised, setTrapFor, watchedNames } from './networkTrap.ts';
import { ourExtension } from './samples.ts';

setTrapFor(ourExtension().extensionPath);

/** Listed last in main.ts: it looks back on everything that the suite has made our extension do. */
describe('the whole suite', () => {
  it('was watched: the trap knows the calls of our bundle from those of others', async () => {
    const host =
      'WorkerGlobalScope' in globalThis ? ['fetch', 'WebSocket', 'XMLHttpRequest'] : ['fetch', 'lookup'];
    for (const name of host)
      ok(watchedNames.includes(name), `${name} is not watched: ${watchedNames.join()}`);
    ok(recognised.calls > 0, `only ${recognised.calls} calls of ours were recognised`);
    equal(connections, []);
    // A frame with the name of our bundle: what a call of ours would look like.
    const path = `${ourExtension().extensionPath.replace(/\\/g, '/')}/dist/extension.js`;
    const asOurs = new Function(
      `return fetch('data:,').catch(() => 0)\n//# sourceURL=${path}`,
    ) as () => Promise<unknown>;
    await asOurs();
    equal(connections.length, 1, 'a call of our bundle is noted:');
    await fetch('data:,').catch(() => 0);
    equal(connections.length, 1, 'a call of another one is not:');
    connections.pop();
  });

  it('opened no connection and started no program', () => {
    equal(connections, []);
  });
});
