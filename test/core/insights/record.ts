// Writes what the engine says, beside the numbers of the reference, into the golden snippets of test/core/insights.
// Read the difference before you commit it: `npx tsx test/core/insights/record.ts && git diff test/core/insights`.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wholeEngine } from './base.ts';
import { goldenFiles, goldenIn, referenceNumbers, saidAt } from './golden.ts';

const engine = wholeEngine();
const reference = referenceNumbers();
if (!reference) throw new Error('python3 is needed to record golden snippets');
for (const file of goldenFiles()) {
  const parts = goldenIn(file).map((golden) => {
    const numbers = reference.get(`${file}\t${golden.title}`) ?? [];
    const said = saidAt(engine, golden);
    const insights = said.filter((line) => !line.startsWith('!')).length / 2;
    if (insights !== numbers.length)
      console.error(`${file}: ${golden.title}: ${insights} insights, the reference has ${numbers.length}`);
    let next = 0;
    const lines = said.flatMap((line) =>
      line.startsWith('en: ') ? [`==> ${numbers[next++] ?? '?'}`.trimEnd(), line] : [line],
    );
    return [`# ${golden.title}`, golden.code.trim(), ...lines].join('\n');
  });
  writeFileSync(join(import.meta.dirname, file), `${parts.join('\n\n')}\n`);
}
