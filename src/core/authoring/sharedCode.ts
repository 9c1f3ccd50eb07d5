/** Code as both languages must share it: without comments and sentences, which each page writes in its own language. */
import { pythonTree } from './pythonCode.ts';

/** The code without comments, trailing spaces and blank lines; strings that are sentences are empty. JSON has no comments. */
export function sharedCode(code: string, language: string): string {
  const bare =
    language === 'python' ? withoutPythonProse(code) : language === 'json' ? code : withoutHashComments(code);
  return bare
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

/** The comments of a code block with their lines, counted from 0; JSON has none. */
export function commentsOf(code: string, language: string): { line: number; text: string }[] {
  if (language === 'json') return [];
  return code.split('\n').flatMap((text, line) => {
    const comment = text.slice(commentStart(text)).trim();
    return comment === '' ? [] : [{ line, text: comment }];
  });
}

/** A string with a space in it is a sentence or a prompt: each page writes it in its own language. */
function withoutPythonProse(code: string): string {
  const read = pythonTree(code);
  if ('errorLine' in read) return withoutHashComments(code);
  let bare = '';
  let from = 0;
  const drop = (start: number, end: number, put: string): void => {
    bare += code.slice(from, start) + put;
    from = end;
  };
  read.tree.iterate({
    enter: ({ name, from: start, to: end }) => {
      if (name === 'Comment') drop(start, end, '');
      const isText = name === 'String' || name === 'FormatString' || name === 'ContinuedString';
      if (!isText) return true;
      if (/\s/.test(code.slice(start, end).trim())) drop(start, end, '""');
      return false;
    },
  });
  return bare + code.slice(from);
}

/** A `#` at the start of a line or after a space, outside quotes, as in YAML, shell and TOML. */
function withoutHashComments(code: string): string {
  return code
    .split('\n')
    .map((line) => line.slice(0, commentStart(line)))
    .join('\n');
}

function commentStart(line: string): number {
  let quote = '';
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i]!;
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '#' && (i === 0 || /\s/.test(line[i - 1]!))) return i;
  }
  return line.length;
}
