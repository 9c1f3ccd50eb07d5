/** What makes a quiz item fair: no clue in length, position or wording, no tricks. Rules of Haladyna et al. 2002. */
import type { Lang } from '../concept.ts';
import { fold, words } from '../text.ts';
import type { PageDraft } from './page.ts';
import { blocksText, plainText } from './plain.ts';
import type { Report } from './problems.ts';
import type { ChoiceDraft } from './quiz.ts';

const CATCH_ALL: Readonly<Record<Lang, RegExp>> = {
  en: /^(?:all|none|both|neither) of the (?:above|options|answers|others)\b/i,
  es: /^(?:todas|ninguna|ambas|todos|ninguno) (?:las|de las|los|de los)? ?(?:anteriores|opciones|respuestas)\b/i,
};

const NEGATIVE: Readonly<Record<Lang, RegExp>> = {
  en: /\bwhich\b.*\b(?:is|are|does|do) not\b|\bexcept\b/i,
  es: /\bcuál(?:es)?\b.* no (?:es|son|hace)\b|\bexcepto\b|\bsalvo\b/i,
};

/** Checks the items of one page. */
export function checkQuiz(page: PageDraft, report: Report): void {
  const choices = page.quiz.filter((item) => item.form === 'choice');
  if (page.quiz.length >= 4 && choices.length * 2 < page.quiz.length) {
    report(page.quiz[0]!.line, 'make most items multiple choice', 'warning');
  }
  for (const item of page.quiz) if (item.form === 'choice') checkChoice(item, page.lang, report);
}

function checkChoice(item: ChoiceDraft, lang: Lang, report: Report): void {
  const texts = item.options.map(({ content }) => plainText(content));
  const keys = texts.map((text) =>
    fold(text)
      .replace(/[\s.]+/g, ' ')
      .trim(),
  );
  item.options.forEach((option, index) => {
    if (keys.indexOf(keys[index]!) < index)
      report(option.line, 'write another option: this one is the same as one above');
    if (CATCH_ALL[lang].test(texts[index]!))
      report(option.line, 'replace "all/none of the above" by a real misconception');
  });
  const right = item.options.findIndex((option) => option.right);
  const others = texts.filter((_, index) => index !== right).map((text) => text.length);
  const mean = others.reduce((sum, length) => sum + length, 0) / others.length;
  const key = texts[right]!.length;
  if (key > Math.max(...others) + 8 && key > 1.3 * mean) {
    report(
      item.options[right]!.line,
      `shorten the right option or lengthen the others: ${key} characters against ${Math.round(mean)} gives it away`,
      'warning',
    );
  }
  const stem = blocksText(item.stem);
  if (NEGATIVE[lang].test(stem)) report(item.line, 'ask what is so, not what is not so', 'warning');
  if (!/[?:…]$|____/.test(stem.trim())) report(item.line, 'end the stem with a question', 'warning');
  const clue = echoed(stem, texts, right);
  if (clue !== undefined)
    report(
      item.options[right]!.line,
      `reword: \`${clue}\` stands in the question and only in the right option`,
      'warning',
    );
}

/** A long, telling word of the stem that only the key repeats, when no distractor repeats any. */
function echoed(stem: string, texts: readonly string[], right: number): string | undefined {
  const asked = new Set(longWords(stem));
  const shared = texts.map((text) => longWords(text).filter((word) => asked.has(word)));
  const only = shared[right]!.filter((word) =>
    shared.every((list, index) => index === right || !list.includes(word)),
  );
  const others = shared.filter((_, index) => index !== right).map((list) => list.length);
  return only.length > Math.max(...others) + 1 ? only[0] : undefined;
}

function longWords(text: string): string[] {
  return [...new Set(words(fold(text)).map((word) => word.text))].filter((word) => word.length > 5);
}
