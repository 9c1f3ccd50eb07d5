/** Rows of a Markdown table. Bars inside inline code and formulas do not separate cells. */

/** Whether the line is the `| --- | :-: |` row under a table's header. */
export function isDelimiterRow(line: string): boolean {
  return line.includes('|') && line.includes('-') && tableCells(line).every((cell) => /^:?-+:?$/.test(cell));
}

/** The cells of a row, trimmed; the outer bars are optional. */
export function tableCells(line: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let inside = '';
  for (let i = 0; i < line.length; i += 1) {
    const char = line[i]!;
    if (char === '\\' && i + 1 < line.length) {
      cell += line[i + 1] === '|' && inside !== '$' ? '|' : char + line[i + 1];
      i += 1;
    } else if (char === '|' && inside === '') {
      cells.push(cell.trim());
      cell = '';
    } else {
      if (char === '`' || char === '$') inside = inside === '' ? char : inside === char ? '' : inside;
      cell += char;
    }
  }
  cells.push(cell.trim());
  if (cells[0] === '') cells.shift();
  if (cells.length > 1 && cells[cells.length - 1] === '') cells.pop();
  return cells;
}
