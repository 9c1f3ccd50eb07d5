/** Code blocks of a page: a language we know, Python that parses, and the versions it was checked against. */
import { parser } from '@lezer/python';
import type { PageDraft } from './page.ts';
import type { Report } from './problems.ts';
import { partsOf } from './walk.ts';

/** The languages of code blocks. */
export const CODE_LANGUAGES = ['python', 'yaml', 'bash', 'json', 'text'] as const;

/** Correct Python that the parser cannot read; blanked before looking for errors. */
const GAPS = [/(?<=^|[\s=(])yield(?=\s*(?:$|\)))/gm, /(?<=\bfor\s.*,\s*)\*(?=\w+\s+in\b)/gm];

/** Checks every code block of the page. */
export function checkCode(page: PageDraft, report: Report): void {
  for (const { blocks } of partsOf(page)) {
    for (const block of blocks) {
      if (block.kind !== 'code') continue;
      if (!(CODE_LANGUAGES as readonly string[]).includes(block.language)) {
        report(block.line, `name the language of the code block: ${CODE_LANGUAGES.join(', ')}`);
      }
      if (block.language !== 'python') continue;
      const error = pythonError(block.text);
      if (error !== undefined) report(block.line + error, 'correct the Python: it does not parse here');
    }
  }
  for (const section of page.sections) {
    if (section.kind !== 'code') continue;
    for (const block of section.blocks) {
      if (block.kind === 'code' && block.language === 'python' && !/^#.*\d/.test(block.text)) {
        report(
          block.line + 1,
          'begin the code with the versions it was checked against: `# transformers 5.3`',
          'warning',
        );
      }
    }
  }
}

/** The line inside the code, from 1, where Python stops making sense. */
export function pythonError(code: string): number | undefined {
  const plain = GAPS.reduce((text, gap) => text.replace(gap, (match) => '0'.padEnd(match.length)), code);
  let at: number | undefined;
  parser.parse(plain).iterate({
    enter: (node) => {
      if (node.type.isError && at === undefined) at = node.from;
    },
  });
  return at === undefined ? undefined : code.slice(0, at).split('\n').length;
}
