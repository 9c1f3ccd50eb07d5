/** `nlp-lens mcp`: a Model Context Protocol server over standard input and output, for assistants outside of VS Code. */
import { readFileSync, statSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import {
  conceptOfTerm,
  explanation,
  mentionOnLine,
  nothingFound,
  readExplainRequest,
  unreadable,
  type ExplainRequest,
} from '../core/assistant.ts';
import { mentionOfSymbol } from '../core/assistantSymbol.ts';
import { cardOf, type Card } from '../core/card.ts';
import type { Lang, Source } from '../core/concept.ts';
import { defaultsOf } from '../core/defaults.ts';
import { documentsOf } from '../core/documents.ts';
import { openPages, type PageData } from '../core/pages.ts';
import { openSearchIndex } from '../core/search/conceptSearch.ts';
import { openEngine, readCompiledBytes, readCompiled } from './knowledge.ts';
import type { Command } from './main.ts';
import { sourcesOf } from './source.ts';
import { langOf, readOptions } from './usage.ts';

/** The command; it runs until its input ends. */
export const mcp: Command = {
  usage: 'mcp [--lang es|en]                        a server for assistants (Model Context Protocol)',
  async run(args) {
    const lang = langOf(readOptions(args, [], ['lang']));
    const server = new McpServer({ name: 'nlp-lens', version: '0.1.0' });
    const base = openBase();
    const text = (value: string) => ({ content: [{ type: 'text' as const, text: value }] });
    const annotations = { readOnlyHint: true, openWorldHint: false };
    server.registerTool(
      'explain_concept',
      {
        title: 'Explain an NLP concept',
        description:
          'Curated explanation, with sources, of a concept of NLP or language models, or of an API symbol, argument or value: by `term`, or by `file` and `line` (from 1), where it also says what the values there mean.',
        inputSchema: {
          term: z.string().max(300).optional(),
          file: z.string().max(2000).optional(),
          line: z.number().int().min(1).optional(),
          detail: z.enum(['card', 'page']).optional(),
          language: z.enum(['en', 'es']).optional(),
        },
        annotations,
      },
      (input) => {
        const request = readExplainRequest(input);
        return typeof request === 'string'
          ? { ...text(request), isError: true }
          : text(base.explain(request, request.language ?? lang));
      },
    );
    server.registerTool(
      'search_concepts',
      {
        title: 'Search NLP concepts',
        description:
          'The concepts of NLP Lens that best match words or a description, in English or Spanish.',
        inputSchema: { query: z.string().max(400), language: z.enum(['en', 'es']).optional() },
        annotations,
      },
      ({ query, language }) => text(base.search(query, language ?? lang)),
    );
    const closed = new Promise<void>((resolve) => {
      server.server.onclose = resolve;
      process.stdin.on('end', () => void server.close());
    });
    await server.connect(new StdioServerTransport());
    await closed;
    return 0;
  },
};

interface Base {
  explain(request: ExplainRequest, lang: Lang): string;
  search(query: string, lang: Lang): string;
}

function openBase(): Base {
  const engine = openEngine();
  const { knowledge } = engine;
  const index = openSearchIndex(readCompiledBytes('search.bin'), knowledge.concepts);
  const pages = openPages(readCompiled<PageData>('pages.json'), knowledge.concepts);
  const sources = readCompiled<Source[]>('sources.json');
  const cardAt = ({ file, line, term }: ExplainRequest, lang: Lang): Card | undefined => {
    if (file === undefined || line === undefined) return undefined;
    const text = readText(file);
    if (text === undefined) return undefined;
    const document = sourcesOf(file, text).find(({ cell }) => cell === null)?.document;
    if (!document) return undefined;
    const documents = documentsOf(engine);
    const listed = mentionOnLine(documents.mentionsIn(document), text, line, term);
    const mention = listed && (documents.mentionAt(document, listed.range.start) ?? listed);
    return mention && cardOf({ mention, lang, defaultOf: defaultsOf(engine) }, knowledge);
  };
  const symbolCard = ({ term = '' }: ExplainRequest, lang: Lang): Card | undefined => {
    const mention = mentionOfSymbol(term, documentsOf(engine));
    return mention && cardOf({ mention, lang, defaultOf: defaultsOf(engine) }, knowledge);
  };
  return {
    explain(request, lang) {
      const { term, file, detail } = request;
      if (term === undefined && file !== undefined && readText(file) === undefined)
        return unreadable(file, lang);
      const found = term === undefined ? undefined : conceptOfTerm(term, knowledge, index);
      const card = cardAt(request, lang) ?? (found?.named === false ? symbolCard(request, lang) : undefined);
      const id = card?.concept ?? found?.concept;
      const concept = id === undefined ? undefined : knowledge.byId.get(id);
      if (!concept)
        return nothingFound(
          term ?? `${request.file ?? ''}:${request.line ?? 1}`,
          found?.near ?? [],
          knowledge,
          lang,
        );
      const isNamed = card !== undefined || found?.named === true;
      return explanation({
        concept,
        page: pages.page(concept.id, lang),
        sources,
        knowledge,
        lang,
        detail,
        ...(card ? { card } : {}),
        ...(isNamed || term === undefined ? {} : { nearestTo: term }),
      });
    },
    search: (query, lang) =>
      index
        .search(query, 8)
        .flatMap(({ concept }) => knowledge.byId.get(concept) ?? [])
        .map(({ id, terms, summary }) => `- **${terms[lang].name}** (${id}): ${summary[lang]}`)
        .join('\n') || nothingFound(query, [], knowledge, lang),
  };
}

/** A regular file of reasonable size; anything else is as if it were not there. */
function readText(file: string): string | undefined {
  try {
    const { size } = statSync(file);
    return statSync(file).isFile() && size <= LARGEST
      ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '')
      : undefined;
  } catch {
    return undefined;
  }
}

const LARGEST = 2 * 1024 * 1024;
