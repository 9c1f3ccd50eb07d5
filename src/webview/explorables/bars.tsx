/** Bars with a label before and a number behind them: text of the page's own size at every width. */
import type { JSX } from 'preact';

/** One bar. `share` and `ghost` (what was there before) are parts of the full width, from 0 to 1. */
export interface BarLine {
  readonly label: string;
  readonly share: number;
  readonly ghost?: number;
  readonly text: string;
  readonly accent?: 'a' | 'b' | 'c' | 'd';
  /** Cut, or of no weight here: drawn as an outline only, and struck through. */
  readonly out?: boolean;
  readonly strong?: boolean;
}

/** A list of bars, read aloud as its labels and numbers. */
export function Bars({ lines, label }: { lines: readonly BarLine[]; label: string }): JSX.Element {
  return (
    <ul class="bars" aria-label={label}>
      {lines.map((line, index) => (
        <li key={index} class={line.out ? 'out' : line.strong ? 'strong' : ''}>
          <span class="name">{line.label}</span>
          <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            {line.ghost !== undefined && (
              <rect class="ghost" x="0" y="1" width={wide(line.ghost)} height="8" />
            )}
            <rect class={`fill-${line.accent ?? 'a'}`} x="0" y="1" width={wide(line.share)} height="8" />
          </svg>
          <span class="figure-number">{line.text}</span>
        </li>
      ))}
    </ul>
  );
}

function wide(share: number): number {
  return Math.round(1000 * Math.min(1, Math.max(0, share))) / 10;
}
