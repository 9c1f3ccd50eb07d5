/** From a mention to the card of the hover: what it is, what the user's values mean, the idea, and where to go on. */
import type { ByLang, Concept, ConceptId, Formula, Lang } from './concept.ts';
import type { Insight } from './insights/insight.ts';
import { headsUpsOf } from './headsUps/index.ts';
import { insightsOf } from './insights/index.ts';
import { num } from './insights/number.ts';
import type { Reading } from './insights/reading.ts';
import type { Knowledge } from './knowledge.ts';
import type { Mention } from './mention.ts';

/** How much a card says. */
export type Detail = 'full' | 'short' | 'line';

/** A card in one language. All texts are plain, with `code` between backticks. */
export interface Card {
  readonly concept: ConceptId;
  /** Both names when they differ: "fine-tuning · ajuste fino", the content language first. */
  readonly title: string;
  /** What this very symbol, argument or value does. */
  readonly meaning?: string;
  readonly insights: readonly Insight[];
  readonly summary: string;
  readonly formula?: Formula;
  readonly headsUps: readonly string[];
  /** What the id of a model or data set, or the model behind the receiver, is known for. */
  readonly model?: string;
  readonly also: readonly { readonly id: ConceptId; readonly title: string }[];
  /** The pack that brought the concept, so that nobody takes its words for ours. */
  readonly pack?: string;
}

/** The card of a mention, or nothing when its concept is not in the base. */
export function cardOf(reading: Reading, knowledge: Knowledge, detail: Detail = 'full'): Card | undefined {
  const { mention, lang } = reading;
  const concept = knowledge.byId.get(mention.concept);
  if (!concept) return undefined;
  const meaning = mention.api?.meaning?.[lang];
  const model = modelLine(mention, lang) ?? datasetLine(mention, lang);
  const also = mention.also.flatMap((id) => {
    const other = knowledge.byId.get(id);
    return other ? [{ id, title: other.terms[lang].name }] : [];
  });
  return {
    concept: concept.id,
    title: titleOf(concept, lang),
    ...(meaning === undefined || meaning === '' ? {} : { meaning }),
    insights: detail === 'line' ? [] : insightsOf(reading),
    summary: concept.summary[lang],
    ...(concept.formula && detail === 'full' ? { formula: concept.formula } : {}),
    headsUps: detail === 'line' ? [] : [...changesOf(mention, lang), ...headsUpsOf(reading)],
    ...(model === undefined ? {} : { model }),
    also: also.slice(0, MOST_ALSO),
    ...(concept.pack === undefined ? {} : { pack: concept.pack }),
  };
}

/** Both names of a concept, that of the content language first; one when they are the same word. */
export function titleOf(concept: Pick<Concept, 'terms'>, lang: Lang): string {
  const names: ByLang<string> = { en: concept.terms.en.name, es: concept.terms.es.name };
  const [own, other] = lang === 'en' ? [names.en, names.es] : [names.es, names.en];
  return own.toLowerCase() === other.toLowerCase() ? own : `${own} · ${other}`;
}

const MOST_ALSO = 3;

/**
 * That the library has since changed or discourages the name: nothing of the card matters more. A key of a file is
 * for the tool that reads the file, which may keep a name that the library below it has dropped.
 */
function changesOf({ api, by }: Mention, lang: Lang): string[] {
  if (by === 'key') return [];
  return [
    ...(api?.renamed ? [renamedLine(api.name, api.renamed, lang)] : []),
    ...(api?.deprecated ? [api.deprecated.advice[lang]] : []),
  ];
}

function renamedLine(
  name: string,
  renamed: { to: string; since: string; removed?: string },
  lang: Lang,
): string {
  const library = name.split('.', 1)[0] ?? '';
  if (lang === 'en') {
    const gone = renamed.removed ? `, removed in ${renamed.removed}` : '';
    return `Renamed to \`${renamed.to}\` since ${library} ${renamed.since}${gone}.`;
  }
  const gone = renamed.removed ? `; el nombre anterior se eliminó en ${renamed.removed}` : '';
  return `Desde ${library} ${renamed.since} se llama \`${renamed.to}\`${gone}.`;
}

/** One line of facts on a model: "`bert-base-uncased`: encoder-only, MLM, 110 M parameters, 512 tokens." */
function modelLine(mention: Mention, lang: Lang): string | undefined {
  const { model } = mention;
  if (!model) return undefined;
  const { family, size } = model;
  const parameters = size?.parameters;
  const context = size?.context ?? family.context;
  const facts = [
    ARCHITECTURES[family.architecture]?.[lang],
    family.objective[lang],
    parameters === undefined ? undefined : parametersText(parameters, lang),
    context === undefined ? undefined : `${num(context, lang)} tokens`,
    ...model.traits.map((trait) => trait.meaning?.[lang]),
  ];
  return `\`${model.id}\`: ${facts.filter((fact) => fact !== undefined && fact !== '').join(', ')}.`;
}

/** "`imdb`: 25,000 film reviews to train and 25,000 to test, positive or negative." */
function datasetLine({ dataset }: Mention, lang: Lang): string | undefined {
  const meaning = dataset?.family.meaning?.[lang];
  return meaning === undefined
    ? undefined
    : `\`${dataset!.id}\`: ${meaning}${/[.?]$/.test(meaning) ? '' : '.'}`;
}

const ARCHITECTURES: Readonly<Record<string, ByLang<string>>> = {
  'encoder-only': { en: 'encoder-only', es: 'solo codificador' },
  'decoder-only': { en: 'decoder-only', es: 'solo decodificador' },
  'encoder-decoder': { en: 'encoder-decoder', es: 'codificador-decodificador' },
  'state-space': { en: 'state-space model', es: 'modelo de espacio de estados' },
  'static-vectors': { en: 'static vectors', es: 'vectores estáticos' },
  pipeline: { en: 'trained pipeline', es: 'pipeline entrenado' },
  other: { en: '', es: '' },
};

/** 110 M, 1.5 B in English; 110 M, 1500 M in Spanish, where *billón* is a million millions. */
function parametersText(count: number, lang: Lang): string {
  if (lang === 'es') return `${num(Math.round(count / 1e6), lang)} millones de parámetros`;
  return count >= 1e9
    ? `${Number((count / 1e9).toPrecision(3))} B parameters`
    : `${Math.round(count / 1e6)} M parameters`;
}
