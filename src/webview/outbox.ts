/**
 * What the learner did, on its way to the log. It is kept on this machine until the extension says that it is on disk,
 * and sent again by the next page: each message has an id, so that one that did arrive counts once. It is kept in the
 * browser's storage because that is written at once; the page's own state reaches the disk some seconds later, and in a
 * browser often never.
 */
import * as v from 'valibot';
import { momentAfter } from '../core/practice/log.ts';
import { recordedMessage } from '../core/practice/messages.ts';
import type { RecordedMessage } from '../core/practice/messages.ts';
import { listen, post } from './host.ts';

/** Sends a message under a new id, again by another page if need be. Returns the id. */
export function record(done: Unsent): string {
  const message = { ...done, event: crypto.randomUUID() };
  last = momentAfter(last, Date.now());
  const letter: Letter = { t: last, message };
  withStorage((storage) => storage.setItem(PREFIX + message.event, JSON.stringify(letter)));
  post(message);
  return message.event;
}

/** Sends what an earlier page could not, and forgets what is saved. */
export function startOutbox(): void {
  listen((message) => {
    if (message.type === 'saved') withStorage((storage) => storage.removeItem(PREFIX + message.event));
  });
  for (const message of waiting()) post(message);
}

/** A message before it has its id. */
type Unsent = RecordedMessage extends infer M
  ? M extends RecordedMessage
    ? Omit<M, 'event'>
    : never
  : never;

/** One entry for each message: pages of several windows share the storage, and none overwrites another's. */
const PREFIX = 'nlp-lens.outbox.';

const letter = v.object({ t: v.number(), message: recordedMessage });
type Letter = v.InferOutput<typeof letter>;

/** The time of the last message, by which they are sent again in their order. */
let last = 0;

function waiting(): readonly RecordedMessage[] {
  const letters: Letter[] = [];
  withStorage((storage) => {
    for (const key of Object.keys(storage).filter((name) => name.startsWith(PREFIX))) {
      const read = v.safeParse(v.pipe(v.string(), v.parseJson(), letter), storage.getItem(key));
      if (read.success) letters.push(read.output);
      else storage.removeItem(key);
    }
  });
  return letters.sort((a, b) => a.t - b.t).map(({ message }) => message);
}

/** A browser may forbid storage to embedded pages, or have no room: messages are then sent once. */
function withStorage(use: (storage: Storage) => void): void {
  try {
    use(localStorage);
  } catch (error) {
    console.warn('NLP Lens: the browser keeps nothing for this page', error);
  }
}
