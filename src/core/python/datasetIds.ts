/** Which strings are the ids of data sets: `dataset_name="imdb"`, `"mnli"` in a list of tasks. */
import type { SyntaxNode } from '@lezer/common';
import type { DatasetMatch } from '../models.ts';
import { isKnownDataset } from '../prose-ids.ts';
import { announcedBy } from './ids.ts';
import { fileImports } from './imports.ts';
import type { Reading } from './mentions.ts';
import type { Site } from './refs.ts';
import type { PythonTree } from './tree.ts';
import { stringOf } from './values.ts';

/**
 * A data set in what is called one, or one that in code about language is known by name wherever it stands; a common
 * word such as `"race"` only beside the names of others.
 */
export function datasetIn(
  { engine, program }: Reading,
  { unit, node }: Site,
  content: string,
): DatasetMatch | undefined {
  const dataset = engine.models.dataset(content);
  if (!dataset) return undefined;
  const isSingle = dataset.family.meaning !== undefined;
  const isMeant =
    announcesData(announcedBy(unit, node)) ||
    (fileImports(program).level === 2 &&
      (isKnownDataset(engine, content) ||
        (isSingle && besides(unit, node).some((name) => isKnownDataset(engine, name)))));
  return isMeant ? dataset : undefined;
}

/** Whether what a string is called says that it names data: `--dataset_name`. */
export function announcesData(name: string): boolean {
  return DATA_NAME.test(name);
}

const DATA_NAME = /data_?(?:sets?|path|name|source|module)|hf_(?:name|repo)|corpus/i;

/** The other strings of a list, or the other keys of a dictionary. */
function besides(unit: PythonTree, node: SyntaxNode): string[] {
  const list = node.parent;
  if (!list || !/^(?:Array|Tuple|Set|Dictionary)Expression$/.test(list.name)) return [];
  const isKey = node.nextSibling?.name === ':';
  return list
    .getChildren('String')
    .filter(({ from, nextSibling }) => from !== node.from && (nextSibling?.name === ':') === isKey)
    .flatMap(({ from, to }) => stringOf(unit.text.slice(from, to)) ?? []);
}
