/** The line to the extension: typed messages out, checked messages in, and the state that survives a reload. */
import { readHostMessage } from '../core/hostMessages.ts';
import type { HostMessage, PageMessage } from '../core/messages.ts';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** Says something to the extension. */
export function post(message: PageMessage): void {
  api.postMessage(message);
}

/** Listens to the extension; returns how to stop. */
export function listen(listener: (message: HostMessage) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const listeners = new Set<(message: HostMessage) => void>();

// Each message is checked once, however many listen.
window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const message = readHostMessage(data);
  if (!message) console.error('NLP Lens: a message that is none of the table was dropped', data);
  else for (const listener of [...listeners]) listener(message);
});

/** What was kept by {@link keep} before a reload. */
export function kept(): unknown {
  return api.getState();
}

/** Keeps values over a reload of the window; parts under other names stay as they are. */
export function keep(state: Readonly<Record<string, unknown>>): void {
  const before = kept();
  api.setState({ ...(typeof before === 'object' ? before : {}), ...state });
}

/** One part of what was kept. */
export function keptPart(name: string): unknown {
  const all = kept();
  return typeof all === 'object' && all !== null && Object.hasOwn(all, name)
    ? (all as Record<string, unknown>)[name]
    : undefined;
}

/** Keeps one part; `undefined` forgets it. */
export function keepPart(name: string, value: unknown): void {
  keep({ [name]: value });
}
