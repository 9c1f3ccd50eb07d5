import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const root = path.resolve(import.meta.dirname, '../..');

describe('nlp-lens mcp', function () {
  this.timeout(30_000);
  const client = new Client({ name: 'test', version: '1' });
  const folder = mkdtempSync(path.join(tmpdir(), 'nlp-lens-'));
  const ask = async (name: string, args: Record<string, unknown>): Promise<string> => {
    const { content } = (await client.callTool({ name, arguments: args })) as { content: { text: string }[] };
    return content.map(({ text }) => text).join('\n');
  };

  before(async () => {
    symlinkSync(path.join(root, 'dist/cli.js'), path.join(folder, 'nlp-lens'));
    await client.connect(
      new StdioClientTransport({
        command: process.execPath,
        // As a package manager starts it: by a link to the built file, from somewhere else.
        args: [path.join(folder, 'nlp-lens'), 'mcp'],
        cwd: folder,
      }),
    );
  });
  after(async () => {
    await client.close();
    rmSync(folder, { recursive: true });
  });

  it('lists its tools, which only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(
      tools.map(({ name, annotations }) => [name, annotations?.readOnlyHint, annotations?.openWorldHint]),
      [
        ['explain_concept', true, false],
        ['search_concepts', true, false],
      ],
    );
  });

  it('explains a term with its sources, in either language', async () => {
    assert.match(
      await ask('explain_concept', { term: 'LoRA' }),
      /low-rank[^]*https:\/\/arxiv\.org\/abs\/2106\.09685/i,
    );
    assert.match(await ask('explain_concept', { term: 'ajuste fino', language: 'es' }), /modelo/);
  });

  it('gives the whole page when asked', async () => {
    const [card, page] = [
      await ask('explain_concept', { term: 'lora' }),
      await ask('explain_concept', { term: 'lora', detail: 'page' }),
    ];
    assert.match(page, /## In code/);
    assert.ok(page.length > 2 * card.length);
  });

  it('says what the values on a line mean', async () => {
    const file = path.join(folder, 'train.py');
    writeFileSync(file, 'from peft import LoraConfig\n\nlora = LoraConfig(r=8, lora_alpha=32)\n');
    const answer = await ask('explain_concept', { file, line: 3, term: 'r' });
    assert.match(answer, /rank/i);
    assert.match(answer, /32|4/);
  });

  it('says so when there is nothing, and when the question is none', async () => {
    assert.match(await ask('explain_concept', { term: 'zyxwvut qqq' }), /no concept/);
    assert.match(await ask('explain_concept', {}), /give `term`, or `file` and `line`/);
    assert.match(await ask('explain_concept', { file: folder, line: 1 }), /cannot read/);
  });

  /** What an assistant writes, and how the answer must begin; a question that names no concept says so first. */
  const asked: readonly (readonly [term: string, begins: RegExp])[] = [
    ['perplexity', /^\*\*perplexity · perplejidad\*\*/],
    ['atención', /^\*\*attention mechanism/],
    ['fine tuning', /^\*\*fine-tuning/],
    ['gradient_checkpointing', /^\*\*gradient checkpointing/],
    ['`top_p`', /^\*\*top-p sampling/],
    ['transfomer', /^NLP Lens has no concept called "transfomer"[^]*\*\*Transformer\*\*/],
    ['beam serach', /^NLP Lens has no concept called[^]*\*\*beam search/],
    ['what is the difference between LoRA and QLoRA?', /^NLP Lens has no concept called[^]*LoRA\*\*/],
    ['peft.LoraConfig', /^\*\*LoRA\*\*[^]*Settings of a LoRA adapter/],
    ['LoraConfig(r=)', /^\*\*LoRA rank and alpha/],
    ['transformers.AutoTokenizer.from_pretrained', /^\*\*/],
    ['SFTTrainer', /^\*\*supervised fine-tuning/],
    ['bert-base-uncased', /^\*\*BERT\*\*[^]*encoder-only/],
    ['Qwen/Qwen3-8B', /^\*\*Qwen\*\*[^]*decoder-only/],
    ['kubernetes', /^NLP Lens has no concept for "kubernetes"\.$/],
    ['the', /^NLP Lens has no concept for "the"\.$/],
    ['de la', /^NLP Lens has no concept for "de la"\.$/],
  ];
  for (const [term, begins] of asked) {
    it(`answers ${JSON.stringify(term)}`, async () => {
      const answer = await ask('explain_concept', { term });
      assert.match(answer, begins);
      assert.doesNotMatch(answer, /= value|undefined/);
    });
  }

  it('searches', async () => {
    assert.match(await ask('search_concepts', { query: 'train few parameters' }), /^- \*\*/);
  });
});
