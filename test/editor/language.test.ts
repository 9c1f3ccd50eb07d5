import * as vscode from 'vscode';
import { hoverText, openSample, until } from './samples.ts';

describe('the language setting', () => {
  const set = (language: string | undefined): Thenable<void> =>
    vscode.workspace
      .getConfiguration('nlpLens')
      .update('language', language, vscode.ConfigurationTarget.Global);
  after(() => set(undefined));

  it('changes the next card, without a reload', async () => {
    const document = await openSample('train_lora.py');
    const card = (): Promise<string> => hoverText(document, 'lora = Lo|raConfig(');
    await set('es');
    await until('the card is in Spanish', async () =>
      / matrices?.*(entrena|congela)|(entrena|congela).* matrices?/is.test(await card()),
    );
    await set('en');
    await until('the card is in English', async () => /\b(train|frozen|freez)/i.test(await card()));
  });
});
