/** `nlp-lens mcp`: a Model Context Protocol server over standard input and output, for assistants outside of VS Code. */
import { readFileSync, statSync } from 'node:fs';
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { explanation, nothingFound, readExplainRequest, type ExplainRequest } from '../core/assistant.ts';
import { answerOf, type AnswerBase } from '../core/assistantAnswer.ts';
import type { Lang, Source } from '../core/concept.ts';
import { defaultsOf } from '../core/defaults.ts';
import { documentsOf, type Document } from '../core/documents.ts';
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
  const defaultOf = defaultsOf(engine);
  const base: AnswerBase = {
    knowledge,
    documents: documentsOf(engine),
    search: index,
    readingOf: (mention, lang) => ({ mention, lang, defaultOf }),
  };
  return {
    explain(request, lang) {
      const found = answerOf(request, lang, documentOf(request.file), base);
      if (typeof found === 'string') return found;
      const page = pages.page(found.concept.id, lang);
      return explanation({ ...found, page, sources, knowledge, lang, detail: request.detail });
    },
    search: (query, lang) =>
      index
        .search(query, 8)
        .flatMap(({ concept }) => knowledge.byId.get(concept) ?? [])
        .map(({ id, terms, summary }) => `- **${terms[lang].name}** (${id}): ${summary[lang]}`)
        .join('\n') || nothingFound(query, [], knowledge, lang),
  };
}

/** A text file as the core knows it; a notebook has no lines that an assistant could mean. */
function documentOf(file: string | undefined): Document | undefined {
  const text = file === undefined ? undefined : readText(file);
  return text === undefined ? undefined : sourcesOf(file!, text).find(({ cell }) => cell === null)?.document;
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
