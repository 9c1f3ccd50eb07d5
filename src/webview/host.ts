/** The line to the extension: typed messages out, checked messages in, and the state that survives a reload. */
import { readHostMessage } from '../core/messages.ts';
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
  const onMessage = (event: MessageEvent<unknown>) => {
    const message = readHostMessage(event.data);
    if (message) listener(message);
  };
  window.addEventListener('message', onMessage);
  return () => window.removeEventListener('message', onMessage);
}

/** What was kept by {@link keep} before a reload. */
export function kept(): unknown {
  return api.getState();
}

/** Keeps a value over a reload of the window. */
export function keep(state: unknown): void {
  api.setState(state);
}
