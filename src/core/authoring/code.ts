/** Code blocks of a page: a language we know, Python that parses, and the versions it was checked against. */
import type { PageDraft } from './page.ts';
import type { Report } from './problems.ts';
import { pythonTree } from './pythonCode.ts';
import { partsOf } from './walk.ts';

/** The languages of code blocks. */
export const CODE_LANGUAGES = ['python', 'yaml', 'bash', 'json', 'text'] as const;

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
  const read = pythonTree(code);
  return 'errorLine' in read ? read.errorLine : undefined;
}
