/**
 * `npm run eval:uses -- FILE...`: which counted names of libraries the catalogue explains. A file is JSON: a name in
 * trigger notation, `peft.LoraConfig` or `peft.LoraConfig(r=)`, to `{ count }`; `<unresolved>.encode` where nothing
 * tells the receiver. Or keys of configurations by section, or model ids: see `otherUses.ts`. Names without a meaning in NLP are listed in `uses-without-meaning.txt`.
 * `--missing N` prints the N most frequent names that lack, `--excluded` those that do not count.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from '../../src/core/engine.ts';
import { engineFor } from './base.ts';
import { otherUses, type CountedUse } from './otherUses.ts';

/** Whether a card would have a concept for the name: its own, that of what it holds, or of the setting it reads. */
function isExplained({ catalogue, conventions }: Engine, name: string): boolean {
  const [, callee = name, keyword] = /^(.*)\((\w+)=\)$/.exec(name) ?? [];
  const receiver = callee.startsWith('<unresolved>.') ? undefined : callee;
  const bare = callee.slice(callee.lastIndexOf('.') + 1);
  const found = receiver === undefined ? undefined : catalogue.memberNamed(receiver);
  if (keyword !== undefined) {
    const argument =
      (found && catalogue.argument(found, keyword)) ?? catalogue.distinctiveArguments.get(keyword);
    if (argument && catalogue.concepts(argument).length > 0) return true;
    return (conventions.find(keyword, IMPORTS)?.concepts.length ?? 0) > 0;
  }
  const entry = found ?? catalogue.distinctive.get(bare);
  if (entry && catalogue.concepts(entry).length > 0) return true;
  const type = found?.symbols.find((symbol) => symbol.type !== undefined)?.type;
  const held = typeof type === 'string' ? catalogue.named(type) : undefined;
  if (held && catalogue.concepts(held).length > 0) return true;
  const owner = catalogue.named(callee.slice(0, callee.lastIndexOf('.')).replace(/\(\)$/, ''));
  const setting = owner?.isClass ? catalogue.argument(owner, bare) : undefined;
  if (setting && catalogue.concepts(setting).length > 0) return true;
  return (conventions.find(bare, IMPORTS)?.concepts.length ?? 0) > 0;
}

/** What files with such names import. */
const IMPORTS: ReadonlySet<string> = new Set(['torch', 'transformers']);

/** One glob a line; what follows `#` is the reason. */
function withoutMeaning(): readonly RegExp[] {
  const lines = readFileSync(join(import.meta.dirname, 'uses-without-meaning.txt'), 'utf8').split('\n');
  const globs = lines.map((line) => line.replace(/\s*#.*/, '').trim()).filter(Boolean);
  return globs.map(
    (glob) => new RegExp(`^${glob.replace(/[.+^$()|[\]\\{}]/g, '\\$&').replaceAll('*', '.*')}$`),
  );
}

function usesIn(file: string): readonly CountedUse[] {
  const json = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, { readonly count: number }>>;
  const names = (): CountedUse[] =>
    Object.entries(json).map(([name, { count }]) => ({ name, count, explained: isExplained(engine, name) }));
  return otherUses(engine, json) ?? names();
}

function total(uses: readonly CountedUse[]): number {
  return uses.reduce((sum, { count }) => sum + count, 0);
}

function line(label: string, counted: readonly CountedUse[], explained: ReadonlySet<CountedUse>): string {
  const good = counted.filter((use) => explained.has(use));
  const share = (part: number, whole: number) =>
    `${part}/${whole} ${((100 * part) / (whole || 1)).toFixed(1)}%`;
  return `${label.padEnd(24)} uses ${share(total(good), total(counted)).padEnd(20)} names ${share(good.length, counted.length)}`;
}

const args = process.argv.slice(2);
const files = args.filter((arg) => arg.endsWith('.json'));
const show = Number(args[args.indexOf('--missing') + 1]) * (args.includes('--missing') ? 1 : 0);
const engine = engineFor();
const excludes = withoutMeaning();
for (const file of files) {
  const all = usesIn(file);
  const excluded = all.filter(({ name }) => excludes.some((glob) => glob.test(name)));
  const counted = all.filter((use) => !excluded.includes(use));
  const explained = new Set(all.filter((use) => use.explained));
  console.log(`${file}: ${total(excluded)} uses of ${excluded.length} names do not count`);
  console.log(line('all', counted, explained));
  console.log(line('with the excluded', all, explained));
  const libraryOf = ({ name }: CountedUse) => /^(<unresolved>|\w+)\./.exec(name)?.[1] ?? 'rest';
  for (const library of [...new Set(counted.map(libraryOf))]) {
    const own = counted.filter((use) => libraryOf(use) === library);
    console.log(line(`  ${library}`, own, explained));
  }
  const missing = counted.filter((use) => !explained.has(use)).sort((a, b) => b.count - a.count);
  for (const { name, count } of missing.slice(0, show)) console.log(`${String(count).padStart(6)}  ${name}`);
  if (args.includes('--excluded')) {
    for (const use of excluded)
      console.log(`${String(use.count).padStart(6)}  ${use.name}${explained.has(use) ? ' (explained)' : ''}`);
  }
}
