// Runs the suite of test/editor in a real VS Code: npm run test:editor [node|worker].
import { runEditorSuite, type ExtensionHost } from './harness/editorSuite.ts';

async function main(): Promise<void> {
  const wanted = process.argv
    .slice(2)
    .filter((each): each is ExtensionHost => each === 'node' || each === 'worker');
  for (const host of wanted.length > 0 ? wanted : (['node', 'worker'] as const)) {
    console.log(`\nIn the ${host === 'node' ? 'Node extension host' : 'browser worker'}:`);
    const { passed, failed } = await runEditorSuite(host);
    console.log(`${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
