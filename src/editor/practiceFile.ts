/** What practice takes from the file in the active editor: its concepts, and questions on its own lines. */
import * as vscode from 'vscode';
import type { ConceptId, Lang } from '../core/concept.ts';
import type { Exercise } from '../core/practice/exercise.ts';
import { chooseOwn, ownLineExercises } from '../core/practice/ownLine.ts';
import { lensDocument } from './lens.ts';
import type { Lens } from './lens.ts';
import { orLog } from './log.ts';

/** The open file as practice sees it. */
export interface PracticeFile {
  readonly name: string;
  readonly concepts: ReadonlySet<ConceptId>;
  /** Questions on its own lines; a few, spread over its concepts. */
  readonly own: readonly Exercise[];
}

/** Reads the open file; a file that cannot be read counts as none. */
export async function practiceFile(lens: Lens, lang: Lang): Promise<PracticeFile | undefined> {
  const document = vscode.window.activeTextEditor?.document ?? vscode.window.visibleTextEditors[0]?.document;
  if (!document || document.getText().length > LONGEST_FILE) return undefined;
  return orLog('reading the open file for practice', undefined, async () => {
    const { documents, engine, readingOf } = await lens.open();
    const own = lensDocument(document);
    const mentions = documents.mentionsIn(own);
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    // The list leaves out what calls hold; a closer look at one place has it.
    const calls = mentions
      .filter(({ by }) => by === 'keyword' || by === 'symbol' || by === 'member')
      .slice(0, MOST_LOOKS)
      .flatMap(({ range }) => documents.mentionAt(own, range.start) ?? []);
    const exercises = calls.flatMap((mention) =>
      ownLineExercises({
        reading: readingOf(mention, lang),
        title: engine.knowledge.byId.get(mention.concept)?.terms[lang].name ?? mention.concept,
        source: {
          file: name,
          uri: document.uri.toString(),
          line: document.positionAt(mention.range.start).line + 1,
        },
      }),
    );
    return {
      name,
      concepts: new Set(mentions.map(({ concept }) => concept)),
      own: chooseOwn(exercises, MOST_OWN),
    };
  });
}

const LONGEST_FILE = 1_000_000;
const MOST_OWN = 6;
const MOST_LOOKS = 80;
