/**
 * A card as Markdown for VS Code's hover. Every text is escaped; the only links are commands of ours whose argument
 * is the id of a concept of the base; pictures are data URIs that we drew.
 */
import type { ByLang, ConceptId, Lang } from './concept.ts';
import type { Card, Detail } from './card.ts';
import { cardHeight, type Paragraph } from './cardHeight.ts';
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

/** The Markdown of a card, at most {@link TALLEST} pixels high: what matters least is left out first. */
export function cardMarkdown(card: Card, style: CardStyle): string {
  const { lang } = style;
  const from = card.pack === undefined ? '' : ` · ${plain(card.pack)}`;
  const heading = `**${plain(card.title)}** &nbsp;&nbsp;$(mortar-board) NLP Lens${from}`;
  if (style.detail === 'line') {
    const open = link(PHRASES.open[lang], 'nlpLens.openConcept', [card.concept]);
    const unmute = link(PHRASES.unmute[lang], 'nlpLens.unmute', [card.concept]);
    return `${heading} &nbsp;·&nbsp; ${open} &nbsp;·&nbsp; ${unmute}`;
  }
  const parts = partsOf(card, style);
  for (const without of EXPENDABLE) {
    if (cardHeight([{ text: card.title }, ...parts]) <= TALLEST) break;
    const last = parts.map(({ kind }) => kind).lastIndexOf(without);
    if (last >= 0) parts.splice(last, 1, ...shorter(parts[last]!, card));
  }
  return [heading, ...parts.map(({ markdown }) => markdown)].join('\n\n');
}

/** The most that a card may take of the screen, in CSS pixels at a width of 750. */
export const TALLEST = 250;

/** A paragraph of the card, what it is, and its text as {@link cardHeight} reads it. */
interface Part extends Paragraph {
  readonly kind: (typeof EXPENDABLE)[number] | 'actions';
  readonly markdown: string;
}

/** What goes first when the card is too tall; a summary is shortened before it goes, the last of several first. */
const EXPENDABLE = [
  'formula in words',
  'formula',
  'related',
  'summary',
  'model',
  'meaning',
  'summary',
  'insight picture',
  'insight',
  'heads-up',
] as const;

function partsOf(card: Card, style: CardStyle): Part[] {
  const { lang } = style;
  const insights = card.insights.slice(0, MOST_INSIGHTS);
  const drawn = insights.find((insight) => insight.picture)?.picture;
  const formula = drawn === undefined && insights.length < 2 ? style.formula : undefined;
  const play = card.insights.find((insight) => insight.play)?.play;
  const actions = [
    link(PHRASES.open[lang], 'nlpLens.openConcept', [card.concept]),
    link(PHRASES.practise[lang], 'nlpLens.practise', [card.concept]),
    ...(play ? [link(PHRASES.play[lang], 'nlpLens.explore', [play.explorable, play.values])] : []),
    link(PHRASES.mute[lang], 'nlpLens.mute', [card.concept]),
  ].join(' &nbsp;·&nbsp; ');
  const written = (kind: Part['kind'], value: string | undefined, lead = '', label = ''): Part[] =>
    value === undefined ? [] : [{ kind, text: `${label}${value}`, markdown: lead + text(value) }];
  const pictured = (kind: Part['kind'], picture: Picture | undefined): Part[] =>
    picture ? [{ kind, picture: picture.height, markdown: image(picture, style.ink) }] : [];
  return [
    ...insights.flatMap((insight) => written('insight', insight.text, '$(lightbulb) ', '   ')),
    ...pictured('insight picture', drawn),
    ...card.headsUps
      .slice(0, MOST_HEADS_UPS)
      .flatMap((one) =>
        written('heads-up', one, `$(info) **${PHRASES.headsUp[lang]}** `, PHRASES.headsUp[lang]),
      ),
    ...written('meaning', card.meaning),
    ...written('model', card.model),
    ...(style.detail === 'full' ? written('summary', card.summary) : []),
    ...pictured('formula', formula),
    ...written('formula in words', formula?.alt),
    ...(card.also.length > 0 ? [related(card.also, lang)] : []),
    { kind: 'actions', text: 'Open', markdown: actions },
  ];
}

/** What is left of a part that has to give way: of a whole summary its first sentence, of the others nothing. */
function shorter({ kind, text: old }: Part, card: Card): Part[] {
  if (kind !== 'summary') return [];
  const first = /^.*?[^.\s]{2}\.(?=\s+[\p{Lu}¿¡])/u.exec(card.summary)?.[0] ?? card.summary;
  return first === old ? [] : [{ kind, text: first, markdown: text(first) }];
}

const MOST_INSIGHTS = 3;
const MOST_HEADS_UPS = 2;

const PHRASES = {
  open: { en: 'Open', es: 'Abrir' },
  practise: { en: 'Practice', es: 'Practicar' },
  play: { en: 'Play with it', es: 'Jugar con los valores' },
  mute: { en: 'Mute', es: 'Silenciar' },
  unmute: { en: 'Show in full again', es: 'Volver a mostrar entera' },
  headsUp: { en: 'Heads-up:', es: 'Atención:' },
  related: { en: 'Here too:', es: 'También aquí:' },
} as const satisfies Record<string, ByLang<string>>;

function related(also: Card['also'], lang: Lang): Part {
  const links = also.map(({ id, title }) =>
    link(plain(title), 'nlpLens.openConcept', [id satisfies ConceptId]),
  );
  const names = also.map(({ title }) => title);
  return {
    kind: 'related',
    text: `${PHRASES.related[lang]} ${names.join(', ')}`,
    markdown: `${PHRASES.related[lang]} ${links.join(', ')}`,
  };
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
  const alt = picture.alt.replace(/[\\[\]|`<>\n]|\$(?=\()/g, ' ');
  return `![${alt}](data:image/svg+xml;base64,${base64(svg)}|width=${picture.width},height=${picture.height})`;
}

/** Escapes everything but `code` spans and *emphasis*. VS Code would draw `$(name)` as an icon in code too. */
function text(value: string): string {
  let out = '';
  // What is written as plain text is escaped in one piece: the halves of an icon must not meet unseen.
  let pending = '';
  for (const [index, part] of value.split(/(`[^`\n\r]+`|\*[^*\s`](?:[^*\n\r`]*[^*\s`])?\*)/).entries()) {
    const inner = part.slice(1, -1);
    if (index % 2 === 0) pending += part;
    else if (part.startsWith('`') && part.includes('$(')) pending += inner;
    else {
      out += plain(pending) + (part.startsWith('`') ? part : `*${plain(inner)}*`);
      pending = '';
    }
  }
  return out + plain(pending);
}

/**
 * Text on one line in which no character means Markdown, HTML, a link or a theme icon. A backslash before the whole
 * of `$(name)` is how VS Code is told that it is none; `://` and dots are escaped because addresses become links.
 */
function plain(value: string): string {
  return unbroken(value)
    .split(/(\$\([A-Za-z0-9-]+(?:~[A-Za-z]+)?\))/)
    .map((part, index) => (index % 2 === 1 ? `\\${part}` : part.replace(MEANINGFUL, escaped)))
    .join('');
}

/** On one line, where spaces that hold a number and its unit together stay, and so does `2e-4`. */
function unbroken(value: string): string {
  return value
    .replace(/[^\S\u00a0\u202f]+/g, ' ')
    .replace(/(?<=\d) (?=(?:[GM]B|kB)\b)/g, '\u00a0')
    .replace(/(?<=\de-)(?=\d)/g, '\u2060');
}

const MEANINGFUL = /[\\`*_{}[\]()#+\-.!|~$<>&]|:(?=\/)/g;

function escaped(character: string): string {
  return character === '&' ? '&amp;' : character === '<' ? '&lt;' : `\\${character}`;
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
