/**
 * A card as Markdown for VS Code's hover. Every text is escaped; the only links are commands of ours whose argument
 * is the id of a concept of the base; pictures are data URIs that we drew.
 */
import type { ByLang, ConceptId, Lang } from './concept.ts';
import type { Card, Detail } from './card.ts';
import { INK } from './insights/insight.ts';
import type { Picture } from './insights/insight.ts';

/** The commands a card may link to: the ones that its Markdown must be trusted for. */
export const CARD_COMMANDS = [
  'nlpLens.openConcept',
  'nlpLens.practise',
  'nlpLens.explore',
  'nlpLens.mute',
  'nlpLens.unmute',
] as const;

/** What the card is drawn with. */
export interface CardStyle {
  readonly lang: Lang;
  readonly detail: Detail;
  /** CSS colour of the theme's text, for pictures. */
  readonly ink: string;
  /** The concept's formula as SVG, in {@link INK} or already in the theme's colour. */
  readonly formula?: Picture;
}

/** The Markdown of a card; about twelve lines at most. */
export function cardMarkdown(card: Card, style: CardStyle): string {
  const { lang } = style;
  const heading = `**${plain(card.title)}** &nbsp;&nbsp;$(mortar-board) NLP Lens`;
  const open = link(PHRASES.open[lang], 'nlpLens.openConcept', [card.concept]);
  if (style.detail === 'line') {
    const unmute = link(PHRASES.unmute[lang], 'nlpLens.unmute', [card.concept]);
    return `${heading} &nbsp;·&nbsp; ${open} &nbsp;·&nbsp; ${unmute}`;
  }
  const insights = card.insights.slice(0, MOST_INSIGHTS);
  const drawn = insights.find((insight) => insight.picture)?.picture;
  const picture = drawn ?? (insights.length < 2 ? style.formula : undefined);
  const play = card.insights.find((insight) => insight.play)?.play;
  const actions = [
    open,
    link(PHRASES.practise[lang], 'nlpLens.practise', [card.concept]),
    ...(play ? [link(PHRASES.play[lang], 'nlpLens.explore', [play.explorable, play.values])] : []),
    link(PHRASES.mute[lang], 'nlpLens.mute', [card.concept]),
  ];
  const paragraphs = [
    heading,
    ...insights.map((insight) => `$(lightbulb) ${text(insight.text)}`),
    ...(card.meaning === undefined ? [] : [text(card.meaning)]),
    ...(card.model === undefined ? [] : [text(card.model)]),
    ...(style.detail === 'full' ? [text(card.summary)] : []),
    ...(picture ? [image(picture, style.ink)] : []),
    ...card.headsUps.slice(0, 2).map((headsUp) => `$(warning) **${PHRASES.headsUp[lang]}** ${text(headsUp)}`),
    ...(card.also.length > 0 ? [related(card.also, lang)] : []),
    actions.join(' &nbsp;·&nbsp; '),
  ];
  return paragraphs.join('\n\n');
}

const MOST_INSIGHTS = 3;

const PHRASES = {
  open: { en: 'Open', es: 'Abrir' },
  practise: { en: 'Practise', es: 'Practicar' },
  play: { en: 'Play with it', es: 'Jugar con los valores' },
  mute: { en: 'Mute', es: 'Silenciar' },
  unmute: { en: 'Show in full again', es: 'Volver a mostrar entera' },
  headsUp: { en: 'Heads-up:', es: 'Atención:' },
  related: { en: 'Here too:', es: 'También aquí:' },
} as const satisfies Record<string, ByLang<string>>;

function related(also: Card['also'], lang: Lang): string {
  const links = also.map(({ id, title }) =>
    link(plain(title), 'nlpLens.openConcept', [id satisfies ConceptId]),
  );
  return `${PHRASES.related[lang]} ${links.join(', ')}`;
}

function link(label: string, command: (typeof CARD_COMMANDS)[number], args: readonly unknown[]): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify(args)).replace(/[()]/g, percent)})`;
}

function percent(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}

/** The picture in the theme's colour, with its words as the alternative text. */
function image(picture: Picture, ink: string): string {
  const svg = picture.svg.replaceAll(INK, ink);
  const alt = picture.alt.replace(/[\\[\]|`<>\n]/g, ' ');
  return `![${alt}](data:image/svg+xml;base64,${base64(svg)}|width=${picture.width},height=${picture.height})`;
}

/** Escapes everything but `code` spans. */
function text(value: string): string {
  return value
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 1 ? part : plain(part)))
    .join('');
}

/** Text in which no character means Markdown, HTML or a theme icon. */
function plain(value: string): string {
  return value.replace(/[\\`*_{}[\]()#+\-.!|~$<>&]/g, (character) =>
    character === '&' ? '&amp;' : character === '<' ? '&lt;' : `\\${character}`,
  );
}

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base 64 of the UTF-8 bytes; core has neither `btoa` nor `Buffer`. */
function base64(value: string): string {
  const bytes = utf8(value);
  let out = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
    out += BASE64.charAt(bits >> 18) + BASE64.charAt((bits >> 12) & 63);
    out += b === undefined ? '=' : BASE64.charAt((bits >> 6) & 63);
    out += c === undefined ? '=' : BASE64.charAt(bits & 63);
  }
  return out;
}

function utf8(value: string): number[] {
  return [...encodeURIComponent(value).matchAll(/%([0-9A-F]{2})|[^]/g)].map((match) =>
    match[1] === undefined ? match[0].charCodeAt(0) : parseInt(match[1], 16),
  );
}
