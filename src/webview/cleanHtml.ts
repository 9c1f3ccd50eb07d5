/**
 * The second lock on HTML. Our own renderer writes every tag and escapes every text (`src/core/authoring/html.ts`);
 * what comes from it passes here once more before it enters the document, against a list of what it may hold.
 */
import DOMPurify, { type Config } from 'dompurify';
import { FIGURE_ELEMENTS } from '../core/authoring/figure.ts';

/**
 * HTML with nothing but the elements and attributes of our renderer, of figures and of formulas. Where the browser
 * knows trusted types, it is one of them, and the page takes HTML in no other form.
 */
export function cleanHtml(html: string): string {
  return DOMPurify.sanitize(html, CONFIG) as unknown as string;
}

const HTML_ELEMENTS = [
  ...['a', 'code', 'div', 'em', 'h3', 'li', 'ol', 'p', 'pre', 'span', 'strong', 'ul'],
  ...['table', 'tbody', 'td', 'th', 'thead', 'tr'],
];
const HTML_ATTRIBUTES = ['class', 'data-concept', 'data-language', 'data-source', 'scope', 'start'];

/** Of MathML Core, what draws: no actions, no annotations, no elements of another language inside. */
const MATH_ELEMENTS = [
  ...['math', 'menclose', 'merror', 'mfrac', 'mi', 'mmultiscripts', 'mn', 'mo', 'mover', 'mpadded'],
  ...['mphantom', 'mprescripts', 'mroot', 'mrow', 'ms', 'mspace', 'msqrt', 'mstyle', 'msub', 'msubsup'],
  ...['msup', 'mtable', 'mtd', 'mtext', 'mtr', 'munder', 'munderover', 'none'],
];
const MATH_ATTRIBUTES = [
  ...['accent', 'accentunder', 'alttext', 'columnalign', 'columnlines', 'columnspacing', 'columnspan'],
  ...['depth', 'display', 'displaystyle', 'fence', 'form', 'frame', 'height', 'largeop', 'linethickness'],
  ...['lspace', 'mathvariant', 'maxsize', 'minsize', 'movablelimits', 'notation', 'rowlines', 'rowspacing'],
  ...['rspace', 'scriptlevel', 'separator', 'side', 'stretchy', 'symmetric', 'voffset', 'width'],
];

const FIGURE_ATTRIBUTES = ['id', 'transform', ...new Set([...FIGURE_ELEMENTS.values()].flat())];
const WITHOUT_ADDRESS = [...HTML_ATTRIBUTES, ...MATH_ATTRIBUTES, ...FIGURE_ATTRIBUTES];

const CONFIG: Config = {
  ALLOWED_TAGS: [...HTML_ELEMENTS, ...MATH_ELEMENTS, ...FIGURE_ELEMENTS.keys()],
  ALLOWED_ATTR: ['href', ...WITHOUT_ADDRESS],
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
  // What is none of these holds no address, and LaTeX may look like one (`f: x`).
  ADD_URI_SAFE_ATTR: WITHOUT_ADDRESS,
  ALLOWED_URI_REGEXP: /^(?:https?:\/\/|#)/i,
  RETURN_TRUSTED_TYPE: true,
};
