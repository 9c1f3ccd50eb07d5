import { keyNames } from '../../src/core/keyNames.ts';
import { paletteCommands, type Manifest, type Setting } from './manifest.ts';

/** The settings of the manifest as a Markdown table. */
export function settingsTable({ contributes }: Manifest, lang: 'en' | 'es'): string {
  const rows = Object.entries(contributes.configuration.properties).map(([name, setting]) => {
    const text = setting.markdownDescription ?? setting.description ?? '';
    return [code(name), defaultOf(setting, lang), [text, valuesOf(setting, lang)].filter(Boolean).join(' ')];
  });
  return table(HEADINGS.settings[lang], rows);
}

/** The commands of the palette as a Markdown table, with their keys. */
export function commandsTable(manifest: Manifest, lang: 'en' | 'es'): string {
  const rows = paletteCommands(manifest).map(({ command, title, category, description = '' }) => {
    const binding = manifest.contributes.keybindings.find((candidate) => candidate.command === command);
    const keys = binding ? `${keyNames(binding.key)} (macOS: ${keyNames(binding.mac ?? binding.key)})` : '';
    return [code(`${category}: ${title}`), keys, description];
  });
  return table(HEADINGS.commands[lang], rows);
}

const HEADINGS = {
  settings: { en: ['setting', 'default', 'meaning'], es: ['ajuste', 'por omisión', 'significado'] },
  commands: { en: ['command', 'keys', 'what it does'], es: ['comando', 'teclas', 'qué hace'] },
} as const;

function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |\n`;
  return line(headings) + `|${'---|'.repeat(headings.length)}\n` + rows.map(line).join('');
}

/** The default as one would write it in settings.json; an object whose fields are all true reads "all on". */
function defaultOf({ default: value }: Setting, lang: 'en' | 'es'): string {
  if (typeof value === 'string') return value === '' ? '' : code(value);
  if (Array.isArray(value) && value.length === 0) return '';
  if (value !== null && typeof value === 'object')
    return Object.values(value).every((field) => field === true)
      ? { en: 'all on', es: 'todos' }[lang]
      : code(JSON.stringify(value));
  return value === undefined ? '' : code(JSON.stringify(value));
}

/** What may be chosen: the values of an enumeration, or the fields of an object. */
function valuesOf({ enum: values, properties }: Setting, lang: 'en' | 'es'): string {
  const names = values ?? Object.keys(properties ?? {});
  if (names.length === 0) return '';
  const label = {
    en: values ? 'Values:' : 'Each on or off:',
    es: values ? 'Valores:' : 'Cada uno, sí o no:',
  }[lang];
  return `${label} ${names.map(code).join(', ')}.`;
}

function code(text: string): string {
  return `\`${text}\``;
}
