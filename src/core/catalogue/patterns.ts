/** Entries for families of classes: `transformers.*ForCausalLM`. */

/** A pattern as a test on absolute class names. */
export interface Pattern {
  readonly key: string;
  matches(name: string): boolean;
}

/** The test for the key of an entry with stars in it. */
export function patternOf(key: string): Pattern {
  const [start = '', ...rest] = key.split('*');
  return {
    key,
    matches(name) {
      if (!name.startsWith(start)) return false;
      let at = start.length;
      for (const [index, part] of rest.entries()) {
        if (index === rest.length - 1) return name.length - part.length >= at && name.endsWith(part);
        const found = name.indexOf(part, at);
        if (found < 0) return false;
        at = found + part.length;
      }
      return at === name.length;
    },
  };
}
