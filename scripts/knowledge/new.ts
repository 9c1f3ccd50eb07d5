/** `new <topic>/<id>`: the three files of a concept, with every part in its place. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { skeletonFiles } from '../../src/core/authoring/template.ts';
import { isId } from '../../src/core/authoring/ids.ts';
import { KNOWLEDGE, keysOf } from './files.ts';

/** Writes the files unless one of them exists. */
export function create([name = '']: readonly string[]): number {
  const [topic = '', id = '', more] = name.split('/');
  const topics = keysOf('topics.yaml');
  if (!topics.has(topic) || !isId(id) || more !== undefined) {
    console.error(`npm run knowledge new <topic>/<id>, for example attention/attention-mask; topics: ${[...topics].join(', ')}`);
    return 2;
  }
  const files = skeletonFiles(topic, id).map(({ path: file, text }) => ({ file: path.join(KNOWLEDGE, file), text }));
  const taken = files.find(({ file }) => existsSync(file));
  if (taken) {
    console.error(`${taken.file} exists`);
    return 1;
  }
  mkdirSync(path.join(KNOWLEDGE, topic), { recursive: true });
  for (const { file, text } of files) {
    writeFileSync(file, text);
    console.log(`wrote ${path.relative(process.cwd(), file)}`);
  }
  return 0;
}
