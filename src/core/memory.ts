/** Answers about the words and names of texts, remembered since texts say the same ones again and again. */

/**
 * What `find` gives for a text, worked out once; that there is nothing is an answer too. All is forgotten when there are
 * more than `most` answers: names are asked for as they are typed, letter by letter.
 */
export function remembering<T extends object | string>(
  find: (text: string) => T | undefined,
  most = 10_000,
): (text: string) => T | undefined {
  const answers = new Map<string, T | null>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known ?? undefined;
    if (answers.size >= most) answers.clear();
    const own = copyOf(text);
    answers.set(own, null); // a question that comes back to itself finds nothing
    const found = find(own);
    if (found !== undefined) answers.set(own, found);
    return found;
  };
}

/**
 * The text as a string of its own. V8 keeps a longer slice as a window on what it was cut from: remembering a name would
 * keep the whole file that it stood in.
 */
export function copyOf(text: string): string {
  return `${text} `.slice(0, -1);
}
