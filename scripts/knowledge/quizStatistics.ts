/** Where the right option stands and how often it is the longest, over the whole base: a guesser must learn nothing. */
import { plainText } from '../../src/core/authoring/plain.ts';
import type { ConceptDraft } from '../../src/core/authoring/base.ts';
import type { ChoiceDraft } from '../../src/core/authoring/quiz.ts';

/** Two lines of figures over the items with three options, in English (the order is the same in Spanish). */
export function quizStatistics(concepts: readonly ConceptDraft[]): string {
  const lines: string[] = [];
  for (const lang of ['en', 'es'] as const) {
    const items = concepts.flatMap(({ pages }) => pages[lang]?.quiz ?? []).filter((item): item is ChoiceDraft => item.form === 'choice');
    const positions = [0, 0, 0];
    let longest = 0;
    for (const { options } of items) {
      const right = options.findIndex((option) => option.right);
      positions[right] = (positions[right] ?? 0) + 1;
      const lengths = options.map(({ content }) => plainText(content).length);
      if (lengths.every((length, index) => index === right || length < lengths[right]!)) longest += 1;
    }
    const share = (part: number) => `${items.length === 0 ? 0 : Math.round((100 * part) / items.length)} %`;
    lines.push(
      `quiz (${lang}): ${items.length} items of three options; right option 1st ${share(positions[0]!)}, ` +
        `2nd ${share(positions[1]!)}, 3rd ${share(positions[2]!)}; it is the longest in ${share(longest)}`,
    );
  }
  return lines.join('\n');
}
