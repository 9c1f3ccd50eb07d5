import assert from 'node:assert/strict';
import { documentsOf } from '../../../src/core/documents.ts';
import { defaultsOf } from '../../../src/core/defaults.ts';
import type { Lang } from '../../../src/core/concept.ts';
import { isAnswer } from '../../../src/core/practice/answer.ts';
import { chooseOwn, ownLineExercises } from '../../../src/core/practice/ownLine.ts';
import type { Exercise } from '../../../src/core/practice/exercise.ts';
import { testEngine } from '../mentions/base.ts';

const engine = testEngine();

/** The questions on the name at the cursor `|`. */
function ask(marked: string, lang: Lang = 'en'): Exercise[] {
  const at = marked.indexOf('|');
  const text = marked.replace('|', '');
  const document = { uri: 'file:///a.py', version: 1, language: 'python', text };
  const mention = documentsOf(engine).mentionAt(document, at);
  if (!mention) return [];
  const reading = { mention, lang, defaultOf: defaultsOf(engine) };
  return ownLineExercises({ reading, title: 'x', source: { file: 'a.py', uri: document.uri, line: 3 } });
}

function answersOf(exercises: readonly Exercise[], item: string): readonly string[] {
  const body = exercises.find((exercise) => exercise.item === item)?.body;
  return body?.form === 'cloze' ? body.answers : [];
}

describe('questions on own lines', () => {
  const lora = 'from peft import LoraConfig\nc = LoraConfig(|r=64, lora_alpha=16)\n';

  it('ask for the value that follows from the arguments', () => {
    const exercises = ask(lora);
    assert.deepEqual(answersOf(exercises, 'own:value')[0], '0.25', JSON.stringify(exercises));
    assert.ok(isAnswer('0,25', answersOf(ask(lora, 'es'), 'own:value')));
    const body = exercises[0]!.body;
    assert.ok(body.form === 'cloze' && !/0\.25/.test(body.stemHtml), 'the question does not hold the answer');
  });

  it('do not ask for a value that is written there', () => {
    assert.deepEqual(answersOf(ask(lora.replace('64', '16').replace('16)', '16, x=1)')), 'own:value'), []);
  });

  it('are none where nothing is known', () => {
    assert.deepEqual(
      ask('from peft import LoraConfig\nc = LoraConfig(|r=rank, lora_alpha=alpha)\n').filter(
        ({ item }) => item === 'own:value',
      ),
      [],
    );
    assert.deepEqual(ask('x = |1\n'), []);
  });

  it('hold no HTML of the file', () => {
    for (const { body } of ask(
      'from peft import LoraConfig\nc = LoraConfig(|r=64, lora_alpha=16, name="<img src=x>")\n',
    ))
      assert.ok(body.form === 'cloze' && !body.stemHtml.includes('<img'));
  });

  it('are spread over the concepts of the file', () => {
    const same = ask(lora);
    assert.equal(chooseOwn([...same, ...same], 6).length, Math.min(1, same.length));
  });
});
