/** Code as both languages must share it: without comments, which each page writes in its own language. */
import { parser } from '@lezer/python';

/** The code without comments, trailing spaces and blank lines. JSON has no comments. */
export function codeWithoutComments(code: string, language: string): string {
  const bare =
    language === 'python'
      ? withoutPythonComments(code)
      : language === 'json'
        ? code
        : withoutHashComments(code);
  return bare
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n');
}

function withoutPythonComments(code: string): string {
  let bare = '';
  let from = 0;
  parser.parse(code).iterate({
    enter: (node) => {
      if (node.name !== 'Comment') return;
      bare += code.slice(from, node.from);
      from = node.to;
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
