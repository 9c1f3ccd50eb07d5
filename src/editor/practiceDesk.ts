/** The practice of one page: it deals exercises, records answers and takes them back. */
import type { ConceptId, Lang } from '../core/concept.ts';
import { knowledgeOf } from '../core/knowledge.ts';
import type { HostMessage, PageMessage } from '../core/messages.ts';
import { deckOf, drillOf } from '../core/practice/deck.ts';
import type { Now } from '../core/practice/deck.ts';
import type { Candidate, Exercise } from '../core/practice/exercise.ts';
import { exerciseOf } from '../core/practice/exercise.ts';
import { masteryOf } from '../core/practice/mastery.ts';
import { PAIRS, pairsCandidates, pairsOf } from '../core/practice/pairs.ts';
import { itemKey } from '../core/practice/itemKey.ts';
import type { RecordedMessage } from '../core/practice/messages.ts';
import type { Progress } from '../core/practice/progress.ts';
import { DAY_MS } from '../core/practice/schedule.ts';
import type { Session } from '../core/practice/session.ts';
import { easierItem, lapsesOf, SLIPPING_LAPSES } from '../core/practice/slipping.ts';
import { statisticsOf } from '../core/practice/statistics.ts';
import type { Knowledge } from '../core/knowledge.ts';
import type { Pages } from '../core/pages.ts';
import type { KeptFile } from './keptFile.ts';
import type { CompiledKnowledge } from './knowledge.ts';
import type { Lens } from './lens.ts';
import { practiceFile } from './practiceFile.ts';
import type { PracticeFile } from './practiceFile.ts';
import type { NewEvent, Reviews } from './reviews.ts';
import { contentLanguage, dailyCaps } from './settings.ts';

/** The messages that are about practice. */
export type PracticeMessage =
  | RecordedMessage
  | Extract<
      PageMessage,
      { type: 'getCounts' | 'getExercises' | 'getSession' | 'keepSession' | 'getProgress' }
    >;

/** What the desk needs of the rest. */
export interface DeskParts {
  readonly knowledge: CompiledKnowledge;
  readonly reviews: Reviews;
  readonly lens: Lens;
  readonly session: KeptFile<Session>;
}

/** One page's desk. */
export class PracticeDesk {
  readonly #parts: DeskParts;
  readonly #say: (message: HostMessage) => void;

  constructor(parts: DeskParts, say: (message: HostMessage) => void) {
    this.#parts = parts;
    this.#say = say;
  }

  /** Does what a message asks for. */
  async answer(message: PracticeMessage): Promise<void> {
    const { reviews } = this.#parts;
    switch (message.type) {
      case 'getCounts':
        return this.#sendCounts();
      case 'getExercises':
        return this.#sendExercises(message.concepts, message.here, message.lang);
      case 'getSession': {
        const session = await this.#parts.session.read();
        const table = session && (await this.#table(message.lang));
        const items = new Map((session?.slots ?? []).map((slot) => [itemKey(slot.concept, slot.item), slot]));
        const exercises = [...items.values()].flatMap((slot) => table?.exercise(slot) ?? []);
        return this.#say({ type: 'session', session, exercises });
      }
      case 'keepSession':
        return this.#parts.session.keep(message.session);
      case 'getProgress':
        return this.#sendProgress();
      default:
        await reviews.append(eventOf(message), message.event);
        return this.#say({ type: 'saved', event: message.event });
    }
  }

  async #sendCounts(): Promise<void> {
    const table = await this.#table(contentLanguage());
    const { file } = table;
    const deck = deckOf(table.candidates, table.progress, now(), file?.concepts ?? new Set(), dailyCaps());
    const here = file ? this.#hereQueue(table, file).length : 0;
    const { due, dueHere, fresh, waiting } = deck;
    const counts = { due, dueHere, fresh, waiting };
    this.#say({
      type: 'counts',
      counts: file && here > 0 ? { ...counts, file: { name: file.name, exercises: here } } : counts,
    });
  }

  async #sendExercises(concepts: readonly ConceptId[], here: boolean, lang: Lang): Promise<void> {
    const table = await this.#table(lang);
    const { file, progress } = table;
    const wanted = new Set(concepts);
    if (wanted.size > 0) {
      const queue = drillOf(
        table.candidates.filter(({ concept }) => wanted.has(concept)),
        progress,
        now(),
      );
      return this.#deal(table, queue.slice(0, LONGEST_DRILL), Math.max(0, queue.length - LONGEST_DRILL));
    }
    if (here && file) return this.#deal(table, this.#hereQueue(table, file), 0);
    const deck = deckOf(table.candidates, progress, now(), file?.concepts ?? new Set(), dailyCaps());
    this.#deal(table, deck.queue, deck.waiting);
  }

  /** The file's own lines, then what is due and new of its concepts, as far as a session goes. */
  #hereQueue(table: Table, file: PracticeFile): readonly Candidate[] {
    const queue = drillOf(
      table.candidates.filter(({ concept }) => file.concepts.has(concept)),
      table.progress,
      now(),
    );
    return queue.slice(0, LONGEST_DRILL);
  }

  #deal(table: Table, queue: readonly Candidate[], waiting: number): void {
    this.#say({ type: 'exercises', exercises: queue.flatMap((item) => table.exercise(item) ?? []), waiting });
  }

  async #sendProgress(): Promise<void> {
    const [core, progress] = await Promise.all([
      this.#parts.knowledge.core(),
      this.#parts.reviews.progress(),
    ]);
    const topicOf = new Map(core.concepts.map(({ id, topic }) => [id, topic]));
    this.#say({
      type: 'progress',
      statistics: statisticsOf(progress, topicOf, now()),
      mastery: Object.fromEntries(masteryOf(progress)),
      muted: [...progress.muted],
      suspended: [...progress.suspended].map((key) => {
        const [concept = '', item] = key.split('#', 2);
        return item === undefined ? { concept } : { concept, item };
      }),
    });
  }

  async #table(lang: Lang): Promise<Table> {
    const { knowledge, reviews, lens } = this.#parts;
    const [core, pages, progress, file] = await Promise.all([
      knowledge.core(),
      knowledge.pages(),
      reviews.progress(),
      practiceFile(lens, lang),
    ]);
    return tableOf(knowledgeOf(core), pages, progress, file, lang);
  }
}

/** A session of one file or concept ends after so many exercises; the rest is there for the next one. */
const LONGEST_DRILL = 30;
const SNOOZE_DAYS = 30;

/** What the log is to say of something that the learner did. */
function eventOf(message: RecordedMessage): NewEvent {
  switch (message.type) {
    case 'answer': {
      const { type: kind, event: _, chosen, ...rest } = message;
      return { kind, ...rest, ...(chosen === undefined ? {} : { chosen }) };
    }
    case 'undo':
      return { kind: 'undo', target: message.target };
    case 'mark': {
      const { mark: kind, concept, item } = message;
      return { kind, concept, ...(item === undefined ? {} : { item }) };
    }
    case 'snooze': {
      const { type: kind, concept, item } = message;
      return { kind, concept, item, until: Date.now() + SNOOZE_DAYS * DAY_MS };
    }
  }
}

/** Everything that can be asked at a moment, and how to ask it. */
interface Table {
  readonly candidates: readonly Candidate[];
  readonly progress: Progress;
  readonly file: PracticeFile | undefined;
  exercise(item: Candidate): Exercise | undefined;
}

function tableOf(
  knowledge: Knowledge,
  pages: Pages,
  progress: Progress,
  file: PracticeFile | undefined,
  lang: Lang,
): Table {
  const own = new Map(
    (file?.own ?? []).map((exercise) => [itemKey(exercise.concept, exercise.item), exercise]),
  );
  const plain = ({ concept, item }: Candidate): Exercise | undefined => {
    if (item === PAIRS) return pairsOf(concept, knowledge, lang);
    const page = pages.page(concept, lang);
    return own.get(itemKey(concept, item)) ?? (page && exerciseOf(page, item));
  };
  return {
    candidates: [...own.values(), ...pages.candidates(), ...pairsCandidates(knowledge)],
    progress,
    file,
    exercise: (item) => {
      const exercise = plain(item);
      const lapses = lapsesOf(item, progress);
      // The lapse that is about to happen may be the one too many, so the offer goes along one earlier.
      if (!exercise || lapses < SLIPPING_LAPSES - 1) return exercise;
      const page = pages.page(item.concept, lang);
      const easier = page && easierItem(page, item.item, exercise.body.form);
      const contrast = item.item === PAIRS ? undefined : pairsOf(item.concept, knowledge, lang);
      const easierExercise =
        easier === undefined ? undefined : plain({ concept: item.concept, item: easier });
      return {
        ...exercise,
        slipping: {
          lapses,
          ...(contrast ? { contrast } : {}),
          ...(easierExercise ? { easier: easierExercise } : {}),
        },
      };
    },
  };
}

function now(): Now {
  const t = Date.now();
  return { t, tz: -new Date(t).getTimezoneOffset() };
}
