/** Where the problems of packs are told: all of them in the log, those of files open in an editor in the Problems panel. */
import * as vscode from 'vscode';
import type { Problem } from '../../core/authoring/problems.ts';
import { logPackProblem } from '../log.ts';

/** The problems of one pack. */
export interface PackProblems {
  readonly folder: vscode.Uri;
  readonly problems: readonly Problem[];
}

/** Tells problems; each one is logged once for as long as it stays. */
export class ProblemDesk implements vscode.Disposable {
  readonly #shown = vscode.languages.createDiagnosticCollection('nlp-lens');
  readonly #subscriptions = vscode.Disposable.from(
    this.#shown,
    vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#show(uri)),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#shown.delete(uri)),
  );
  #byFile = new Map<string, Problem[]>();
  #logged = new Set<string>();

  /** Puts these problems in the place of the last ones. */
  tell(packs: readonly PackProblems[]): void {
    const before = this.#logged;
    this.#byFile = new Map();
    this.#logged = new Set();
    for (const { folder, problems } of packs) {
      for (const problem of problems) {
        if (problem.level === 'note') continue;
        const uri = problem.file === '.' ? folder : vscode.Uri.joinPath(folder, problem.file);
        const key = uri.toString();
        this.#byFile.set(key, [...(this.#byFile.get(key) ?? []), problem]);
        const text = `${uri.scheme === 'file' ? uri.fsPath : key}:${problem.line}: ${problem.message}`;
        this.#logged.add(text);
        if (!before.has(text)) logPackProblem(text, problem.level);
      }
    }
    this.#shown.clear();
    for (const { uri } of vscode.workspace.textDocuments) this.#show(uri);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(uri: vscode.Uri): void {
    const problems = this.#byFile.get(uri.toString());
    if (problems) this.#shown.set(uri, problems.map(diagnosticOf));
  }
}

function diagnosticOf({ line, level, message }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(
    new vscode.Range(line - 1, 0, line - 1, WHOLE_LINE),
    message,
    level === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning,
  );
  diagnostic.source = 'NLP Lens';
  return diagnostic;
}

/** VS Code cuts a range at the end of its line. */
const WHOLE_LINE = 10_000;
