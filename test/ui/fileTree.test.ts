import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorkbench, type Workbench } from './workbench.ts';

/** What the tree shows of every kind of file: a topic, one of its concepts, and the line that a click leads to. */
const FILES = [
  { file: 'train_lora.py', topic: 'Tokenization', concept: 'tokenizer', line: /tokenizer/i },
  {
    file: 'llamafactory_lora.yaml',
    topic: 'Training',
    concept: 'learning-rate schedule',
    line: /lr_scheduler|warmup/,
  },
  { file: 'notes.md', topic: 'Embeddings', concept: 'embedding', line: /embedding/ },
  {
    file: 'adapter_config.json',
    topic: 'Parameter-efficient',
    concept: 'LoRA rank and alpha',
    line: /"(?:r|lora_alpha)":/,
  },
] as const;

describe('concepts in this file', function () {
  this.timeout(180_000);
  let vscode: Workbench;
  const row = (text: string | RegExp) =>
    vscode.page.locator('.part.sidebar .monaco-list-row', { hasText: text }).first();
  before(async () => {
    vscode = await openWorkbench({ size: { width: 1280, height: 1000 } });
    const adapter = { peft_type: 'LORA', r: 16, lora_alpha: 32, target_modules: ['q_proj', 'v_proj'] };
    writeFileSync(join(vscode.workspace, 'adapter_config.json'), JSON.stringify(adapter, undefined, 2));
    writeFileSync(join(vscode.workspace, 'shopping.md'), 'bread\nmilk\n');
    await vscode.open('train_lora.py');
    await vscode.sidebar();
  });
  after(() => vscode?.close());

  for (const { file, topic, concept, line } of FILES) {
    it(`follows ${file}, and leads to its lines`, async () => {
      await vscode.open(file);
      await vscode.page.locator('.part.sidebar .pane-header', { hasText: file }).waitFor();
      await row(topic).waitFor();
      await vscode.picture(`tree-${file}`);
      await row(new RegExp(`^${concept}`)).click();
      await vscode.page.locator('[id="status.editor.selection"]', { hasText: 'selected' }).waitFor();
      const selected = await vscode.page.locator('[id="status.editor.selection"]').innerText();
      const number = Number(/Ln (\d+)/.exec(selected)?.[1]);
      const text = readFileSync(join(vscode.workspace, file), 'utf8').split('\n')[number - 1] ?? '';
      assert.match(text, line, selected);
    });
  }

  it('takes a notebook as one file, and leads to its cells', async () => {
    await vscode.open('semantic_search.ipynb');
    await vscode.page.locator('.part.sidebar .pane-header', { hasText: 'semantic_search.ipynb' }).waitFor();
    await row('Retrieval and RAG').waitFor();
    await vscode.picture('tree-notebook');
    const cell = vscode.page.locator('.statusbar-item', { hasText: /^Cell \d of 6/ });
    const seen = new Set<string>();
    for (let click = 0; click < 3; click += 1) {
      // The tooltip of a row lies over the next ones.
      await vscode.page.mouse.move(1, 1);
      await vscode.page.locator('.workbench-hover').waitFor({ state: 'hidden' });
      await row(/^cosine similarity/).click();
      if (click > 0)
        await cell
          .filter({ hasNotText: [...seen].at(-1)! })
          .first()
          .waitFor();
      seen.add(await cell.first().innerText());
    }
    assert.equal(seen.size, 3, `cosine similarity is in three cells: ${[...seen].join()}`);
  });

  it('speaks of each concept and its number of places', async () => {
    await vscode.open('train_lora.py');
    await row(/^tokenizer/).waitFor();
    assert.match(
      (await row(/^tokenizer/).getAttribute('aria-label')) ?? '',
      /^tokenizer: mentioned \d+ times/,
    );
  });

  it('is empty, and says so, where nothing is mentioned', async () => {
    await vscode.open('shopping.md');
    await vscode.page.locator('.part.sidebar', { hasText: 'No concepts of language processing' }).waitFor();
    await vscode.picture('tree-empty');
  });

  it('is quiet', async () => {
    assert.deepEqual(await vscode.notifications(), []);
    assert.deepEqual(vscode.problems(), []);
  });
});
