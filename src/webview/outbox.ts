/**
 * Answers on their way to the log. They are kept over a reload until the extension says that they are on disk, and
 * sent again then: each has an id, so that an answer that did arrive counts once.
 */
import * as v from 'valibot';
import { confirmedMessage } from '../core/practice/messages.ts';
import { keepPart, keptPart, listen, post } from './host.ts';

/** A message that the extension confirms. */
type Confirmed = v.InferOutput<typeof confirmedMessage>;

/** Sends a message, again after a reload if need be. */
export function postSafely(message: Confirmed): void {
  keepPart(OUTBOX, [...waiting(), message]);
  post(message);
}

/** Sends what a reload interrupted, and forgets what is saved. */
export function startOutbox(): void {
  listen((message) => {
    if (message.type === 'saved')
      keepPart(
        OUTBOX,
        waiting().filter(({ event }) => event !== message.event),
      );
  });
  for (const message of waiting()) post(message);
}

const OUTBOX = 'outbox';

function waiting(): Confirmed[] {
  const list = v.safeParse(v.array(v.unknown()), keptPart(OUTBOX));
  if (!list.success) return [];
  return list.output.flatMap((value) => {
    const message = v.safeParse(confirmedMessage, value);
    return message.success ? [message.output] : [];
  });
}
