import * as vscode from 'vscode';

/** Runs inside VS Code: activates an empty extension and ours, and writes both times to the console. */
export async function run(): Promise<void> {
  // The first activation of all pays for things that all share.
  await activation('test.first');
  const empty = await activation('test.empty');
  const ours = await activation('nlp-lens.nlp-lens');
  console.log(`activation ${JSON.stringify({ ours, empty })}`);
}

async function activation(id: string): Promise<number> {
  const extension = vscode.extensions.getExtension(id);
  if (!extension || extension.isActive) throw new Error(`${id} is missing or active already`);
  const started = performance.now();
  await extension.activate();
  return performance.now() - started;
}
