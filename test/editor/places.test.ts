import * as vscode from 'vscode';
import { equal, matches } from './expect.ts';
import { hoverText, openSample } from './samples.ts';

describe('the setting of places', () => {
  const set = (places: Record<string, boolean> | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('nlpLens')
      .update('cards.places', places, vscode.ConfigurationTarget.Global);
  after(() => set(undefined));

  it('leaves out comments and keeps code', async () => {
    const document = await openSample('train_lora.py');
    matches(await hoverText(document, 'Fine|-tune a chat model'), /fine-tuning/i);
    await set({ comments: false });
    equal(await hoverText(document, 'Fine|-tune a chat model'), '');
    matches(await hoverText(document, 'lora = Lo|raConfig('), /LoRA/);
  });

  it('leaves out code', async () => {
    await set({ code: false });
    equal(await hoverText(await openSample('train_lora.py'), 'lora = Lo|raConfig('), '');
  });

  it('leaves out configuration files', async () => {
    await set({});
    const document = await openSample('llamafactory_lora.yaml');
    matches(await hoverText(document, 'lora_|rank: '), /LoRA/);
    await set({ configs: false });
    equal(await hoverText(document, 'lora_|rank: '), '');
  });
});
