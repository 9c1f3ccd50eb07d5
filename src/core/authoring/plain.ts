/** Running text without markup: for search, for counting characters, and for the card. */
import type { Block } from './blocks.ts';
import type { Inline } from './inline.ts';

/** What a reader would read aloud: citations gone, formulas as readable characters. */
export function plainText(nodes: readonly Inline[]): string {
  return tidy(nodes.map(plain).join(''));
}

/** All text of some blocks, one block to a line. */
export function blocksText(blocks: readonly Block[]): string {
  return blocks
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n');
}

/** The summary as a card shows it: plain text, `code` and *emphasis* only. */
export function cardText(nodes: readonly Inline[]): string {
  return tidy(nodes.map(card).join(''));
}

function plain(node: Inline): string {
  switch (node.kind) {
    case 'text':
    case 'code':
      return node.text;
    case 'formula':
      return formulaText(node.tex);
    case 'cite':
      return '';
    case 'gap':
      return '____';
    default:
      return node.children.map(plain).join('');
  }
}

function card(node: Inline): string {
  if (node.kind === 'code') return '`' + node.text + '`';
  if (node.kind === 'strong' || node.kind === 'em') return `*${node.children.map(plain).join('')}*`;
  return node.kind === 'link' ? node.children.map(card).join('') : plain(node);
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.text;
    case 'paragraph':
      return plainText(block.content);
    case 'list':
      return block.items.map((item) => blocksText(item.blocks)).join('\n');
    case 'table':
      return [block.header, ...block.rows].map((row) => row.map(plainText).join(' | ')).join('\n');
    case 'code':
      return block.text;
    case 'formula':
      return formulaText(block.tex);
    case 'quote':
      return blocksText(block.blocks);
  }
}

/** A citation leaves a space before the full stop behind; line breaks in the source are spaces. */
function tidy(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:)])/g, '$1')
    .trim();
}

const SYMBOLS = new Map([
  ['alpha', 'α'],
  ['beta', 'β'],
  ['gamma', 'γ'],
  ['delta', 'δ'],
  ['epsilon', 'ε'],
  ['varepsilon', 'ε'],
  ['eta', 'η'],
  ['theta', 'θ'],
  ['lambda', 'λ'],
  ['mu', 'μ'],
  ['pi', 'π'],
  ['rho', 'ρ'],
  ['sigma', 'σ'],
  ['tau', 'τ'],
  ['phi', 'φ'],
  ['varphi', 'φ'],
  ['psi', 'ψ'],
  ['omega', 'ω'],
  ['Delta', 'Δ'],
  ['Theta', 'Θ'],
  ['Sigma', 'Σ'],
  ['sum', '∑'],
  ['prod', '∏'],
  ['cdot', '·'],
  ['times', '×'],
  ['leq', '≤'],
  ['le', '≤'],
  ['geq', '≥'],
  ['ge', '≥'],
  ['neq', '≠'],
  ['approx', '≈'],
  ['in', '∈'],
  ['to', '→'],
  ['rightarrow', '→'],
  ['infty', '∞'],
  ['pm', '±'],
  ['odot', '⊙'],
  ['top', 'ᵀ'],
  ['ell', 'ℓ'],
  ['ldots', '…'],
  ['dots', '…'],
  ['mid', '|'],
]);

/** A formula in one line of characters; fractions become `a/b`, what is unknown keeps its name. */
export function formulaText(tex: string): string {
  return tex
    .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, '($1)/($2)')
    .replace(/\\sqrt\{([^{}]*)\}/g, '√($1)')
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => SYMBOLS.get(name) ?? (FORMATTING.has(name) ? '' : name))
    .replace(/(\d)\\,(?=\d)/g, '$1 ')
    .replace(/\\./g, ' ')
    .replace(/\{,\}/g, ',')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

const FORMATTING = new Set([
  'left',
  'right',
  'text',
  'mathrm',
  'mathbf',
  'mathcal',
  'mathbb',
  'operatorname',
  'boldsymbol',
  'begin',
  'end',
  'aligned',
  'displaystyle',
  'big',
  'Big',
  'bigl',
  'bigr',
  'Bigl',
  'Bigr',
  'quad',
  'qquad',
  'limits',
]);
