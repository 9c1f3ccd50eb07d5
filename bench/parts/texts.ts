/** Python files of a wanted length, made of the samples: their functions and classes again and again under new names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../scripts/harness/cache.ts';

const SAMPLES = ['train_lora.py', 'generate_text.py', 'classify_reviews.py'];

/** A file of about so many lines. Every block is a function of its own, so that names do not pile up in one scope. */
export function pythonOf(lines: number): string {
  const sources = SAMPLES.map((name) => readFileSync(join(projectRoot, 'samples', name), 'utf8').split('\n'));
  const text: string[] = [];
  for (let block = 0; text.length < lines; block++) {
    const source = sources[block % sources.length]!;
    const imports = source.filter((line) => /^(from|import) /.test(line));
    if (block < sources.length) text.push(...imports, '');
    const body = source.filter((line) => !/^(from|import) /.test(line));
    text.push(
      `def part_${block}(argument_${block}):`,
      ...body.map((line) => (line ? `    ${line}` : '')),
      '',
    );
  }
  return `${text.slice(0, lines).join('\n')}\n`;
}
