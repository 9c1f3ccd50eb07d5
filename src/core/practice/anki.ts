/**
 * Exercises as Anki's text format (manual, "Text files"): headers, tab-separated fields, HTML. Notes have stable
 * guids, so that importing a newer export updates them and keeps what Anki has scheduled. Nothing of our own schedule
 * goes along: the format has no place for it.
 */
import { escapeHtml } from '../authoring/escape.ts';
import type { Exercise } from './exercise.ts';

/** One note of Anki; fields are HTML. */
export interface AnkiNote {
  readonly guid: string;
  readonly notetype: 'Basic' | 'Cloze';
  readonly deck: string;
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

/** The note of an exercise; none for forms that Anki's stock note types cannot ask. */
export function ankiNote(
  exercise: Exercise,
  topic: { readonly id: string; readonly name: string },
): AnkiNote | undefined {
  const { concept, item, body } = exercise;
  const shared = {
    guid: `nlpl:${concept}:${item}`,
    deck: `NLP Lens::${topic.name.replaceAll('::', ' ')}`,
    tags: ['nlp-lens', topic.id, concept],
  };
  switch (body.form) {
    case 'choice':
    case 'true-false': {
      const right = body.options.find((option) => option.right);
      if (!right) return undefined;
      const options = body.options.map(({ html }) => `<li>${html}</li>`).join('');
      const front = `${body.stemHtml}<ol type="a">${options}</ol>`;
      return {
        ...shared,
        notetype: 'Basic',
        front: field(front),
        back: field(`${right.html}<hr>${right.whyHtml}`),
      };
    }
    case 'cloze': {
      const cloze = `{{c1::${escapeHtml(body.answers[0] ?? '').replaceAll('}}', '} }')}}}`;
      const parts = body.stemHtml.split(GAP);
      if (parts.length !== 2) return undefined;
      return { ...shared, notetype: 'Cloze', front: field(parts.join(cloze)), back: field(body.whyHtml) };
    }
    case 'recall':
      return {
        ...shared,
        notetype: 'Basic',
        front: field(escapeHtml(body.question)),
        back: field(body.answerHtml),
      };
    case 'pairs':
      return undefined;
  }
}

/** The file: LF, no byte-order mark, guid in a column of its own. */
export function ankiText(notes: readonly AnkiNote[]): string {
  const rows = notes.map(({ guid, notetype, deck, front, back, tags }) =>
    [guid, notetype, deck, front, back, tags.join(' ')].map(quoted).join('\t'),
  );
  return [...HEADERS, ...rows].map((line) => `${line}\n`).join('');
}

/** Rows of such a file as an importer reads them: to check that every note that was written can be read. */
export function readAnkiRows(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let value = '';
  let inQuotes = false;
  const body = text.replace(/^(?:#[^\n]*\n)*/, '');
  for (let i = 0; i < body.length; i += 1) {
    const char = body[i]!;
    if (inQuotes) {
      if (char !== '"') value += char;
      else if (body[i + 1] === '"') {
        value += '"';
        i += 1;
      } else inQuotes = false;
    } else if (char === '"' && value === '') inQuotes = true;
    else if (char === '\t' || char === '\n') {
      row.push(value);
      value = '';
      if (char === '\n') {
        rows.push(row);
        row = [];
      }
    } else value += char;
  }
  if (row.length > 0 || value !== '') rows.push([...row, value]);
  return rows;
}

const HEADERS = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#notetype column:2',
  '#deck column:3',
  '#tags column:6',
];
const GAP = /<span class="gap">[^<]*<\/span>/;

/** HTML on one line; formulas as Anki's MathJax; attributes of ours mean nothing there. */
function field(html: string): string {
  return html
    .replace(/<span class="tex display">([^<]*)<\/span>/g, '\\[$1\\]')
    .replace(/<span class="tex">([^<]*)<\/span>/g, '\\($1\\)')
    .replace(/<a\b[^>]*class="cite"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<\/?a\b[^>]*>/g, '')
    .replace(/<pre\b[^>]*>[^]*?<\/pre>/g, (block) => block.replace(/\n/g, '<br>'))
    .replace(/\s*\n\s*/g, ' ');
}

/** Quotes wherever a reader might take the text for something else. */
function quoted(value: string): string {
  return /["\t\r\n]|^[#\s]|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
