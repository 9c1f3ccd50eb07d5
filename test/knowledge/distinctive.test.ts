import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

const APIS = path.resolve(import.meta.dirname, '../../knowledge/apis');

/** Names that programs of every kind use: none of them may mean a concept without a known receiver. */
const EVERYDAY = new Set(
  `accept action add align ancestors append args arguments array attributes author base batch begin benchmark block body
  buffer buffer_size build bytes cache call callback cancel category check children class clear client close cls code
  column columns command compare compile compute config connect content context convert copy count create data date
  debug default delete depth description destination deterministic dimensions dir directory display doc document
  encode end entry environment error event example execute exit export extend extra factor field fields file filename
  filter find first fit flags flush format frame function generate get group handler header height help host id
  image import index info init input insert instance interval item items iter join key keys kind label labels
  language last left length level limit line lines link list load local lock log logger lower main map margin match
  max message metadata method min mode model module name names new next node none number object offset open option
  options order output owner pair params parent parse parser path pattern points port position predict prefix print
  process progress prompt property query queue raise random range read reason record refresh register release reload
  remove render repeat replace request reset resolve response result results return reverse right root row rows run
  sample save scale schema score search section seed select send separators sequence server session set settings shape
  shift show shuffle size single skip sleep slice sort source split start state status step stop store string strip style
  submit suffix table tag target task template test text thread threshold time timeout timestamp title token tokens
  total train transform transformations tree type types unit update upper url user username valid validate value values
  version view wait weight width window word words work worker write x xs y zip`.split(/\s+/),
);

describe('names that count without a known receiver', () => {
  for (const file of readdirSync(APIS).filter((name) => name.endsWith('.yaml')))
    it(`are no everyday names in ${file}`, () => {
      const found: string[] = [];
      visit(parse(readFileSync(path.join(APIS, file), 'utf8')), '', found);
      assert.deepEqual(
        found.filter((name) => EVERYDAY.has(name)),
        [],
      );
    });
});

/** Collects the last part of every name marked as distinctive. */
function visit(value: unknown, key: string, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  const entries = Object.entries(value);
  if (entries.some(([name, set]) => name === 'distinctive' && set === true))
    found.push(key.split('.').at(-1)!);
  for (const [name, inner] of entries) visit(inner, name, found);
}
