/** From offsets to lines and characters, both counted from 0 in UTF-16, as editors do. */

/** A place in a text. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A function from offsets of the text to positions. `\r\n`, `\n` and `\r` end lines. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = [0];
  for (const end of text.matchAll(/\r\n|\r|\n/g)) starts.push(end.index + end[0].length);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle + 1;
      else high = middle;
    }
    return { line: low - 1, character: offset - starts[low - 1]! };
  };
}
