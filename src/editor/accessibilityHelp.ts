/** `NLP Lens: Accessibility Help`: every way to work without a mouse or a screen, as one read-only text. */
import * as vscode from 'vscode';
import { keyNames } from '../core/keyNames.ts';

/** Registers the command. Titles and keys come from the manifest, so that the help cannot fall behind it. */
export function registerAccessibilityHelp(extension: vscode.Extension<unknown>): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: () => helpText(extension.packageJSON as Manifest),
    }),
    vscode.commands.registerCommand('nlpLens.accessibilityHelp', async () => {
      const name = vscode.l10n.t('NLP Lens: accessibility help');
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}` });
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    }),
  );
}

const SCHEME = 'nlp-lens-help';

/** What the help reads of package.json; VS Code has put its texts into the display language. */
interface Manifest {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly category?: string;
      readonly description?: string;
    }[];
    readonly keybindings?: readonly {
      readonly command: string;
      readonly key: string;
      readonly mac?: string;
    }[];
    readonly menus?: {
      readonly commandPalette?: readonly { readonly command: string; readonly when: string }[];
    };
  };
}

function helpText({ contributes }: Manifest): string {
  const hidden = new Set(
    contributes.menus?.commandPalette?.filter(({ when }) => when === 'false').map(({ command }) => command),
  );
  const commands = contributes.commands
    .filter(({ command }) => !hidden.has(command))
    .flatMap(({ command, title, category, description }) => {
      const key = contributes.keybindings?.find((binding) => binding.command === command);
      const keys = key ? ` (${keyNames(key.key)}; macOS: ${keyNames(key.mac ?? key.key)})` : '';
      return [`${category ?? 'NLP Lens'}: ${title}${keys}`, ...(description ? [description] : []), ''];
    });
  return [...paragraphs().flatMap((paragraph) => [paragraph, '']), ...commands]
    .flatMap((line) => sentences(line))
    .join('\n');
}

/** One sentence per line: short to look at without wrapping, and a natural stop for a screen reader. */
function sentences(paragraph: string): readonly string[] {
  return paragraph.split(/(?<=\.) (?=\p{Lu})/u);
}

function paragraphs(): readonly string[] {
  return [
    vscode.l10n.t('NLP Lens explains the NLP and language-model concepts of the file you are in.'),
    vscode.l10n.t(
      'Cards. With the cursor on a name, the VS Code command Show or Focus Hover (Ctrl+K Ctrl+I; Cmd+K Cmd+I on macOS) opens the card; repeat it to move into the card, and Tab reaches its links. Open Accessible View (Alt+F2; Option+F2 on macOS) reads it as plain text. Every picture has its words as alternative text, and the text of a card says all that its picture shows.',
    ),
    vscode.l10n.t(
      'Concept at the cursor. Explain Symbol at Cursor opens the page of what the cursor is on without a card.',
    ),
    vscode.l10n.t(
      'Search. It is an ordinary list of VS Code: type, move with Up and Down, Enter opens the page, Escape closes.',
    ),
    vscode.l10n.t(
      'Sidebar. Pages have headings and landmarks. Tab and Shift+Tab move between links, buttons and fields. Formulas are MathML, and each is also read in words in the text.',
    ),
    vscode.l10n.t(
      'Lists and maps. Up and Down move through topics, results and maps. In a map, Left goes to what a concept builds on and Right to what builds on it. Enter opens, and Escape returns to the line that was opened.',
    ),
    vscode.l10n.t(
      'Practice. Keys 1 to 4 choose an option, Enter goes on, and ? lists all keys. The answer is said in words, never by color alone, and nothing moves on by itself after a mistake.',
    ),
    vscode.l10n.t(
      'Figures to play with. Every knob is a native slider, list or button with a label; the sentence below says what the figure shows at these values.',
    ),
    vscode.l10n.t(
      'Language. The setting nlpLens.language chooses English or Spanish for everything but menus.',
    ),
    vscode.l10n.t('Commands, from the Command Palette (F1):'),
  ];
}
