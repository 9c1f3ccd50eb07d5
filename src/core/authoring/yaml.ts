/**
 * YAML as plain data: maps, lists and text with their lines, and nothing else. Anchors, aliases, tags, directives
 * and several documents are refused before the parser sees them, because they are how YAML is made to explode.
 */
import { CST, Lexer, LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { LIMITS } from './limits.ts';
import type { Report } from './problems.ts';

/** A value of a YAML file. Every scalar is text: `no`, `3.10` and `1e3` stay what was typed. */
export type YamlNode = YamlText | YamlList | YamlMap;

/** A scalar. */
export interface YamlText {
  readonly kind: 'text';
  readonly line: number;
  readonly text: string;
}

/** A sequence. */
export interface YamlList {
  readonly kind: 'list';
  readonly line: number;
  readonly items: readonly YamlNode[];
}

/** A mapping; a `Map`, because keys such as `__proto__` are just keys. `line` of an entry is that of its key. */
export interface YamlMap {
  readonly kind: 'map';
  readonly line: number;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

/** A key's line and its value. */
export interface YamlEntry {
  readonly line: number;
  readonly value: YamlNode;
}

/** Reads a file that must be one map; `undefined` with the reason reported when it is not. */
export function readYaml(text: string, report: Report): YamlMap | undefined {
  if (!isPlain(text, report)) return undefined;
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    // The library compares every key with every other; nodeOf finds duplicates with a Map.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
    lineCounter: lines,
  });
  const broken = document.errors[0];
  if (broken) {
    report(lines.linePos(broken.pos[0]).line, `mend the YAML: ${inPlainWords(broken.message)}`);
    return undefined;
  }
  const lineOf = (node: unknown): number => {
    const range = (node as { range?: readonly number[] | null } | null)?.range;
    return range ? lines.linePos(range[0]!).line : 1;
  };
  const root = nodeOf(document.contents, lineOf, report);
  if (root.kind === 'map') return root;
  report(root.line, 'write the file as a map of `key: value`');
  return undefined;
}

/** The library's words for the mistakes that people make, in words that need no knowledge of its grammar. */
const PLAIN_WORDS: readonly (readonly [RegExp, string])[] = [
  [/end with a \]/, 'close the list with `]`'],
  [/end with a \}/, 'close the map with `}`'],
  [/Missing closing/, 'close the quote'],
  [
    /Nested mappings are not allowed|Implicit keys need to be/,
    'quote the text: it has a colon and a space in it',
  ],
  [/items must start at the same column/, 'begin the entries of a list or map at the same column'],
  [/Tabs are not allowed/, 'indent with spaces, not with tabs'],
];

function inPlainWords(message: string): string {
  return PLAIN_WORDS.find(([pattern]) => pattern.test(message))?.[1] ?? message.split('\n')[0]!;
}

/** What the lexer may not meet, and what to do instead. */
const REFUSED = new Map<string | null, string>([
  ['anchor', 'remove the anchor (`&`): write the value out, or quote the text'],
  ['alias', 'remove the alias (`*`): write the value out, or quote the text'],
  ['tag', 'remove the tag (`!`): values are plain text; quote the text if it starts with `!`'],
  ['directive-line', 'remove the `%` directive'],
  ['explicit-key-ind', 'write `key: value` instead of `? key`'],
  ['doc-end', 'remove the `...` line: a file is one document'],
]);

/** Tokens before which a document has not begun. */
const SILENT = new Set<string | null>(['doc-mode', 'comment', 'space', 'newline', 'byte-order-mark']);

/** Checks tokens only, so that the cost does not depend on what the text would expand to. */
function isPlain(text: string, report: Report): boolean {
  let line = 1;
  let flow = 0;
  let markers = 0;
  let scalar = false;
  let started = false;
  let tokens = 0;
  const indents: number[] = [0];
  for (const token of new Lexer().lex(text)) {
    const type: string | null = scalar ? 'scalar-text' : CST.tokenType(token);
    scalar = type === 'scalar';
    const refusal = REFUSED.get(type);
    if (++tokens > LIMITS.yamlTokens)
      return refuse(line, 'split the file: it has more entries than are read');
    if (refusal) return refuse(line, refusal);
    if (type === 'doc-start' && started) return refuse(line, 'keep one document: remove the second `---`');
    if (!SILENT.has(type)) started = true;
    if (type === 'flow-map-start' || type === 'flow-seq-start') flow += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') flow -= 1;
    if (type === 'seq-item-ind') markers += 1;
    if (type === 'newline') markers = 0;
    if (type === 'space' && markers === 0) trackIndent(indents, token.length);
    if (flow + markers + indents.length > LIMITS.yamlDepth)
      return refuse(line, `nest at most ${LIMITS.yamlDepth} levels`);
    if (type === 'scalar-text' && token === '<<')
      return refuse(line, 'remove the merge key `<<`: write the values out');
    for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1;
  }
  return true;

  function refuse(at: number, message: string): false {
    report(at, message);
    return false;
  }
}

/** Keeps the open indentations: a deeper line opens one, a shallower line closes those it leaves. */
function trackIndent(indents: number[], width: number): void {
  while (indents.length > 1 && indents[indents.length - 1]! > width) indents.pop();
  if (indents[indents.length - 1]! < width) indents.push(width);
}

/** Depth was bounded by {@link isPlain}, so this recursion is shallow. */
function nodeOf(node: unknown, lineOf: (node: unknown) => number, report: Report): YamlNode {
  const line = lineOf(node);
  if (isSeq(node))
    return { kind: 'list', line, items: node.items.map((item) => nodeOf(item, lineOf, report)) };
  if (!isMap(node)) return { kind: 'text', line, text: isScalar(node) ? String(node.value ?? '') : '' };
  const entries = new Map<string, YamlEntry>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const keyLine = lineOf(key);
    if (name === '') report(keyLine, 'give the entry a plain text key');
    else if (entries.has(name)) report(keyLine, `remove the second \`${name}\`: a key stands once`);
    else
      entries.set(name, {
        line: keyLine,
        value: nodeOf(value, (part) => (part ? lineOf(part) : keyLine), report),
      });
  }
  return { kind: 'map', line, entries };
}
