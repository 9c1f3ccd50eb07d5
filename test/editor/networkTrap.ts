/**
 * Every way to open a connection or start a program that an extension host knows, watched from before our extension
 * starts. VS Code and other extensions share these functions: a call counts when our bundle is in its stack.
 */

/** Calls that came from our bundle: the name of the function, and the stack. */
export const connections: string[] = [];

/** How often our bundle has called a harmless function that is watched the same way: proof that it is recognised. */
export const recognised = { calls: 0 };

/** The file of a stack frame of ours; the extension's folder differs from host to host. */
let ours = '/nlp-lens-is-not-known-yet/';

/** Tells the trap where our extension is. */
export function setTrapFor(extensionPath: string): void {
  ours = `${extensionPath.replace(/\\/g, '/')}/dist/extension.js`;
}

/** Whether the function that runs now was called, at whatever depth, by our bundle. */
function calledByUs(): string | undefined {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 100;
  const stack = (new Error().stack ?? '').replace(/\\/g, '/');
  Error.stackTraceLimit = limit;
  return stack.includes(ours) ? stack : undefined;
}

/** Replaces a function (or class) of an object by one that notes who calls it. */
function watch(owner: object | undefined, name: string, onCall = noteConnection): void {
  const original: unknown = owner && Reflect.get(owner, name);
  if (!owner || typeof original !== 'function') return;
  const watched = new Proxy(original, {
    apply(target, self, args: unknown[]) {
      onCall(name);
      return Reflect.apply(target as () => unknown, self, args);
    },
    construct(target, args: unknown[], newTarget) {
      onCall(name);
      return Reflect.construct(target, args, newTarget) as object;
    },
  });
  Object.defineProperty(owner, name, { value: watched, configurable: true, writable: true });
  if (Reflect.get(owner, name) === watched) watchedNames.push(name);
}

function noteConnection(name: string): void {
  const stack = calledByUs();
  if (stack !== undefined) connections.push(`${name}\n${stack}`);
}

/** What could be watched here. */
export const watchedNames: string[] = [];

for (const name of [
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebTransport',
  'EventSource',
  'RTCPeerConnection',
])
  watch(globalThis, name);
for (const name of ['importScripts', 'Worker', 'SharedWorker']) watch(globalThis, name);
watch(globalThis.navigator, 'sendBeacon');
watch(TextDecoder.prototype, 'decode', () => {
  if (calledByUs() !== undefined) recognised.calls += 1;
});

declare const require: (module: string) => Record<string, unknown>;
if (!('WorkerGlobalScope' in globalThis)) {
  const modules: Readonly<Record<string, readonly string[]>> = {
    net: ['connect', 'createConnection'],
    tls: ['connect'],
    http: ['request', 'get'],
    https: ['request', 'get'],
    http2: ['connect'],
    dgram: ['createSocket'],
    dns: ['lookup', 'resolve', 'resolve4', 'resolve6', 'reverse'],
    child_process: ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork'],
    worker_threads: ['Worker'],
  };
  for (const [module, names] of Object.entries(modules)) {
    const loaded = require(module);
    for (const name of names) watch(loaded, name);
    // Whatever opens a connection in Node ends here.
    if (module === 'net') watch((loaded['Socket'] as { prototype: object }).prototype, 'connect');
  }
}
