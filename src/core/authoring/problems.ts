/** What the compiler has to say about a file: always with the line and what to do about it. */

/** `error` fails the build and keeps a concept of a pack out; `warning` is worth mending; `note` is only counted. */
export type ProblemLevel = 'error' | 'warning' | 'note';

/** One complaint. `line` counts from 1; `message` says what to do. */
export interface Problem {
  readonly file: string;
  readonly line: number;
  readonly level: ProblemLevel;
  readonly message: string;
}

/** Records a problem of the file at hand. */
export type Report = (line: number, message: string, level?: ProblemLevel) => void;

/** Problems of many files, in the order in which they were found. */
export interface ProblemList {
  readonly problems: readonly Problem[];
  /** The reporter of one file. */
  of(file: string): Report;
  /** Whether the file has an error so far: what it seems to lack may only be unread. */
  hasErrors(file: string): boolean;
}

/** More problems than this in one file tell nobody anything: the rest is one line. */
const MAX_PER_FILE = 100;

/** An empty list; each file may fill it with at most a hundred errors and warnings. */
export function problemList(): ProblemList {
  const problems: Problem[] = [];
  const counts = new Map<string, number>();
  const failed = new Set<string>();
  return {
    problems,
    hasErrors: (file) => failed.has(file),
    of:
      (file) =>
      (line, message, level = 'error') => {
        if (level === 'error') failed.add(file);
        if (level === 'note') return void problems.push({ file, line, level, message });
        const count = (counts.get(file) ?? 0) + 1;
        counts.set(file, count);
        if (count < MAX_PER_FILE) problems.push({ file, line, level, message });
        if (count === MAX_PER_FILE) {
          problems.push({
            file,
            line,
            level: 'error',
            message: 'mend the problems above; further ones are not shown',
          });
        }
      },
  };
}

/** `file:line: message`, the way editors and terminals make clickable. */
export function formatProblem({ file, line, level, message }: Problem): string {
  return `${file}:${line}: ${level === 'error' ? '' : `${level}: `}${message}`;
}

/** Same file together, lines ascending, so that the list reads from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => compare(a.file, b.file) || a.line - b.line);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
