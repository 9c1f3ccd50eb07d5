/** Bounds on what is read, so that no file can cost much time or memory. Lengths are UTF-16 units unless said. */
export const LIMITS = {
  /** Bytes of one file. */
  fileBytes: 256 * 1024,
  /** One line of any file. */
  line: 16 * 1024,
  /** One page in one language. */
  page: 64 * 1024,
  /** The facts of one concept; ours need less than two thousand. */
  facts: 16 * 1024,
  /** Words and marks of one YAML file, as the lexer counts them; a full sources.yaml has some 50,000. */
  yamlTokens: 60_000,
  /** A figure. */
  figure: 64 * 1024,
  /** A name or an alias. */
  term: 80,
  /** A title or the authors of a source. */
  label: 300,
  /** Names, aliases, triggers or relations of one concept, each. */
  entries: 200,
  /** The summary as a reader sees it. */
  summary: 320,
  /** Lists and quotes inside each other. */
  nesting: 8,
  /** Maps and lists inside each other in YAML. */
  yamlDepth: 20,
  /** One formula. */
  formula: 2000,
  /** A trigger. */
  trigger: 200,
  /** An identifier. */
  id: 64,
} as const;
