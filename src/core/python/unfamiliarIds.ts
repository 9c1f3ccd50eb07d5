/** Ids that no table has, by what they are given to, and paths to what is called like a known model. */
import type { SyntaxNode } from '@lezer/common';
import type { ConceptId } from '../concept.ts';
import { conceptsOfModel, type ModelMatch } from '../models.ts';
import { announcesData } from './datasetIds.ts';
import { announcedBy, isInFolder } from './ids.ts';
import { fileImports } from './imports.ts';
import type { Reading } from './mentions.ts';
import type { Site } from './refs.ts';
import type { PythonTree } from './tree.ts';

/** Concepts of such a string, and its model where the path ends in the name of one. */
export function unfamiliarId(
  { engine, program }: Reading,
  { unit, node }: Site,
  content: string,
): { readonly concepts: readonly ConceptId[]; readonly model?: ModelMatch } | undefined {
  if (!content.includes('/') || fileImports(program).level < 2) return undefined;
  const last = content.slice(content.lastIndexOf('/') + 1);
  const model =
    PATH.test(content) && NAME.test(last) && !CODE.test(last) ? engine.models.model(last) : undefined;
  if (model) return { concepts: conceptsOfModel(model), model };
  if (!ID.test(content) || FILE.test(content) || isInFolder(content)) return undefined;
  const name = announcedBy(unit, node);
  if (announcesData(name)) return { concepts: DATA };
  if (!MODEL_NAME.test(name) && !isLoaded(unit, node)) return undefined;
  return { concepts: loadedAs(content) };
}

/** What is known of a model by its id alone: where there is a size in billions, that it is a language model. */
export function loadedAs(id: string): readonly ConceptId[] {
  return SIZE.test(id) && !PICTURES.test(id) ? LARGE : LOADED;
}

const PATH = /^[\w.~/-]+$/;
/** With a size, a kind or a format in the name, as names of models have. */
const NAME =
  /^[A-Za-z][\w.-]*(?:\d[bm]\b|-(?:base|large|small|uncased|cased|instruct|chat)\b|-v\d|\.gguf$)[\w.-]*$|^ggml-/i;
const CODE = /\.(?:ya?ml|json|py|sh|md)$/;
const ID = /^[A-Za-z][\w-]+\/[A-Za-z][\w.-]+$/;
const FILE =
  /\.(?:txt|py|jsonl?|csv|tsv|ya?ml|bin|pt|pth|md|npz?|h5|png|jpe?g|wav|zip|gz|model|vocab|safetensors|sh|ipynb)$/i;
const MODEL_NAME = /^(?!.*metric).*(?:model|checkpoint|ckpt|pretrained|tokenizer|\bllm\b|teacher|student)/i;
const PICTURES = /flux|diffusion|vit|dino|clip|image|video|audio|tts|wan\d|-vl|omni/i;
const SIZE = /-\d[\d.]*[bB](?![a-z])/;

const DATA: readonly ConceptId[] = ['dataset'];
const LARGE: readonly ConceptId[] = ['large-language-model', 'open-llm-families', 'from-pretrained'];
const LOADED: readonly ConceptId[] = ['from-pretrained', 'base-model'];

/** The first of what is given to `X.from_pretrained`. */
function isLoaded(unit: PythonTree, { parent, prevSibling }: SyntaxNode): boolean {
  if (parent?.name !== 'ArgList' || prevSibling?.name !== '(') return false;
  return /\.from_pretrained$/.test(unit.text.slice(Math.max(0, parent.from - 20), parent.from));
}
