import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ankiNote, ankiText, readAnkiRows } from '../../../src/core/practice/anki.ts';
import type { AnkiNote } from '../../../src/core/practice/anki.ts';
import { exportJson, importJson } from '../../../src/core/practice/exchange.ts';
import type { Exercise } from '../../../src/core/practice/exercise.ts';
import { eventLine, mergeEvents } from '../../../src/core/practice/log.ts';
import { history } from './events.ts';

describe('reviews as JSON', () => {
  it('come back as they went', () => {
    fc.assert(
      fc.property(history, (events) =>
        assert.deepEqual(importJson(exportJson(events)), { events: mergeEvents(events), dropped: 0 }),
      ),
    );
  });

  it('come back from a file of the log', () => {
    fc.assert(
      fc.property(history, (events) => {
        fc.pre(events.length > 0);
        assert.deepEqual(importJson(events.map(eventLine).join(''))?.events, events);
      }),
    );
  });

  it('count what is no review', () => {
    assert.deepEqual(importJson('{"events": [1, {}, {"kind": "answer"}]}'), { events: [], dropped: 3 });
    assert.equal(importJson('{"notes": []}'), undefined);
    assert.equal(importJson('hello'), undefined);
  });

  it('never throw', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void importJson(text)));
  });
});

describe('notes for Anki', () => {
  const topic = { id: 'peft', name: 'PEFT' };
  const choice: Exercise = {
    concept: 'lora',
    conceptTitle: 'LoRA',
    item: 'scale',
    body: {
      form: 'choice',
      id: 'scale',
      demand: 'application',
      stemHtml: '<p>What is <span class="tex">\\alpha/r</span>?</p>',
      options: [
        { html: '<p>2</p>', right: true, whyHtml: '<p>16/8 <a class="cite" data-source="hu2021">1</a></p>' },
        { html: '<p>"4"</p>', right: false, whyHtml: '<p>no</p>' },
      ],
    },
  };

  it('hold question, options, answer and reason', () => {
    assert.deepEqual(ankiNote(choice, topic), {
      guid: 'nlpl:lora:scale',
      notetype: 'Basic',
      deck: 'NLP Lens::PEFT',
      front: '<p>What is \\(\\alpha/r\\)?</p><ol type="a"><li><p>2</p></li><li><p>"4"</p></li></ol>',
      back: '<p>2</p><hr><p>16/8 </p>',
      tags: ['nlp-lens', 'peft', 'lora'],
    });
  });

  it('make a cloze of a gap', () => {
    const note = ankiNote(
      {
        ...choice,
        body: {
          form: 'cloze',
          id: 'gap',
          demand: 'recall',
          stemHtml: '<p>The rank is <span class="gap">____</span>.</p>',
          answers: ['r < d'],
          whyHtml: '<p>Small.</p>',
        },
      },
      topic,
    );
    assert.equal(note?.front, '<p>The rank is {{c1::r &lt; d}}.</p>');
  });

  it('are read back field by field, whatever they hold', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', '"', '\t', '\n', '#', ' ', ';', 'é', '<'),
      maxLength: 12,
    });
    const note: fc.Arbitrary<AnkiNote> = fc.record({
      guid: text.map((end) => `nlpl:${end}`),
      notetype: fc.constantFrom('Basic' as const, 'Cloze' as const),
      deck: text,
      front: text,
      back: text,
      tags: fc.constant(['nlp-lens', 'peft']),
    });
    fc.assert(
      fc.property(fc.array(note, { maxLength: 6 }), (notes) => {
        const rows = readAnkiRows(ankiText(notes));
        assert.deepEqual(
          rows,
          notes.map(({ guid, notetype, deck, front, back, tags }) => [
            guid,
            notetype,
            deck,
            front,
            back,
            tags.join(' '),
          ]),
        );
      }),
    );
  });
});
