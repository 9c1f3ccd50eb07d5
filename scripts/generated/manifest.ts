import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../harness/cache.ts';

/** The parts of package.json that documents speak of, its texts in one language. */
export interface Manifest {
  readonly activationEvents: readonly string[];
  readonly contributes: {
    readonly commands: readonly Command[];
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly keybindings: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
  };
}

/** A command; `description` is ours: VS Code leaves it alone and translates it with the rest. */
export interface Command {
  readonly command: string;
  readonly title: string;
  readonly category?: string;
  readonly description?: string;
}

/** A setting as JSON Schema. */
export interface Setting {
  readonly type: string | readonly string[];
  readonly default?: unknown;
  readonly enum?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, { readonly description?: string }>>;
}

/** Reads package.json with every `%key%` replaced as VS Code does it; an unknown key is an error. */
export function readManifest(lang: 'en' | 'es'): Manifest {
  const texts = readTexts(lang);
  return JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'), (_, value: unknown) => {
    const key = typeof value === 'string' ? /^%(.+)%$/.exec(value)?.[1] : undefined;
    if (key === undefined) return value;
    const text = texts[key];
    if (text === undefined) throw new Error(`${textsFile(lang)} has no "${key}", which package.json names`);
    return text;
  }) as Manifest;
}

/** The texts of the manifest in one language, by key. */
export function readTexts(lang: 'en' | 'es'): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(projectRoot, textsFile(lang)), 'utf8')) as Record<string, string>;
}

/** The commands that the palette shows: those without `"when": "false"`. */
export function paletteCommands({ contributes }: Manifest): readonly Command[] {
  const hidden = new Set(
    contributes.menus.commandPalette.filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  return contributes.commands.filter(({ command }) => !hidden.has(command));
}

function textsFile(lang: 'en' | 'es'): string {
  return lang === 'en' ? 'package.nls.json' : `package.nls.${lang}.json`;
}
