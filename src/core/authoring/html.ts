/** Blocks and running text as HTML: text escaped, tags only from here, classes only, nothing that loads or runs. */
import type { ConceptId } from '../concept.ts';
import type { Block } from './blocks.ts';
import { escapeHtml } from './escape.ts';
import { isId } from './ids.ts';
import type { Inline } from './inline.ts';

/** What a page needs from outside to become HTML. */
export interface Renderers {
  /** A formula as markup; must not throw. */
  readonly formula: (tex: string, display: boolean) => string;
  /** The inside of a code block as markup. */
  readonly code: (text: string, language: string) => string;
  /** Whether a link to the concept has somewhere to go; else it is plain text. */
  readonly isConcept: (id: ConceptId) => boolean;
  /** The number of a source on this page. */
  readonly citation: (id: string) => number;
}

/** Blocks as HTML, one after the other. */
export function blocksHtml(blocks: readonly Block[], render: Renderers): string {
  return blocks.map((block) => blockHtml(block, render)).join('');
}

/** Running text as HTML. */
export function inlineHtml(nodes: readonly Inline[], render: Renderers): string {
  return nodes.map((node) => nodeHtml(node, render)).join('');
}

function blockHtml(block: Block, render: Renderers): string {
  switch (block.kind) {
    case 'heading':
      return `<h3>${escapeHtml(block.text)}</h3>`;
    case 'paragraph':
      return `<p>${inlineHtml(block.content, render)}</p>`;
    case 'list':
      return listHtml(block, render);
    case 'table':
      return tableHtml(block, render);
    case 'code':
      return `<pre class="code" data-language="${escapeHtml(block.language)}"><code>${render.code(block.text, block.language)}</code></pre>`;
    case 'formula':
      return `<div class="formula">${render.formula(block.tex, true)}</div>`;
    case 'quote':
      return blocksHtml(block.blocks, render);
  }
}

/** An item of one paragraph has no `<p>`, so that lists stay tight. */
function listHtml(block: Extract<Block, { kind: 'list' }>, render: Renderers): string {
  const items = block.items.map(({ blocks: [first, ...rest] }) => {
    const start =
      first?.kind === 'paragraph' ? inlineHtml(first.content, render) : first ? blockHtml(first, render) : '';
    return `<li>${start}${blocksHtml(rest, render)}</li>`;
  });
  if (!block.ordered) return `<ul>${items.join('')}</ul>`;
  return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items.join('')}</ol>`;
}

function tableHtml({ header, rows }: Extract<Block, { kind: 'table' }>, render: Renderers): string {
  const head = header.map((cell) => `<th scope="col">${inlineHtml(cell, render)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${inlineHtml(cell, render)}</td>`).join('')}</tr>`)
    .join('');
  return `<div class="table"><table><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div>`;
}

function nodeHtml(node: Inline, render: Renderers): string {
  switch (node.kind) {
    case 'text':
      return escapeHtml(node.text);
    case 'code':
      return `<code>${escapeHtml(node.text)}</code>`;
    case 'formula':
      return render.formula(node.tex, false);
    case 'strong':
    case 'em':
      return `<${node.kind}>${inlineHtml(node.children, render)}</${node.kind}>`;
    case 'link': {
      const text = inlineHtml(node.children, render);
      const id = escapeHtml(node.target);
      return isId(node.target) && render.isConcept(node.target)
        ? `<a data-concept="${id}" href="#${id}">${text}</a>`
        : text;
    }
    case 'cite':
      return `<span class="cites">[${node.ids.map((id) => citationHtml(id, render)).join(', ')}]</span>`;
    case 'gap':
      return '<span class="gap">____</span>';
  }
}

function citationHtml(id: string, render: Renderers): string {
  const source = escapeHtml(id);
  return `<a class="cite" data-source="${source}" href="#source-${source}">${render.citation(id)}</a>`;
}
