/** What an assistant means by a symbol, an argument or a model id: `peft.LoraConfig`, `LoraConfig(r=)`, `bert-base-uncased`. */
import type { Documents } from './documents.ts';
import type { Mention } from './mention.ts';

/** The mention that the name would be in a program; its values are unknown, so that no card speaks of them. */
export function mentionOfSymbol(term: string, documents: Documents): Mention | undefined {
  const name = term.replace(/`/g, '').trim();
  const [, callee, argument] = SYMBOL.exec(name) ?? [];
  // A name without its module may be of any of the libraries.
  const paths = callee === undefined ? [] : [callee, ...LIBRARIES.map((library) => `${library}.${callee}`)];
  const programs = [
    ...paths.map((path) => symbolProgram(path, argument)),
    ...(MODEL.test(name) ? [`${IMPORTS}transformers.AutoModel.from_pretrained("|${name}")\n`] : []),
  ];
  let byWords: Mention | undefined;
  for (const program of programs) {
    const mention = mentionAtMark(program, documents);
    // `transformers.SFTTrainer` is only some trainer, `trl.SFTTrainer` is the one
    if (mention && mention.by !== 'term') return mention;
    byWords ??= mention;
  }
  return byWords;
}

const SYMBOL = /^([A-Za-z_][\w.]{2,99})(?:\(([A-Za-z_]\w*)?\s*=?\s*\)?)?$/;
const MODEL = /^[\w.-]{4,100}(?:\/[\w.-]{1,100})?$/;
const LIBRARIES = ['transformers', 'peft', 'trl', 'torch', 'datasets', 'sentence_transformers'];
const IMPORTS = `import ${LIBRARIES.join(', ')}\n`;

/** A program with a mark before the last part of the name, or before the argument. */
function symbolProgram(callee: string, argument: string | undefined): string {
  const root = callee.split('.')[0]!;
  const imports = callee.includes('.') && /^[a-z]/.test(root) ? `${IMPORTS}import ${root}\n` : IMPORTS;
  const last = callee.lastIndexOf('.') + 1;
  return argument === undefined
    ? `${imports}${callee.slice(0, last)}|${callee.slice(last)}()\n`
    : `${imports}${callee}(|${argument}=value)\n`;
}

function mentionAtMark(marked: string, documents: Documents): Mention | undefined {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  const uri = 'assistant:symbol';
  documents.forget(uri);
  const mention = documents.mentionAt({ uri, version: 1, language: 'python', text }, offset);
  documents.forget(uri);
  return mention;
}
