/** Small drawings for the card: plain SVG in one colour, readable at a glance, no text smaller than 11 px. */
import { INK } from './insight.ts';
import type { Picture } from './insight.ts';

/** A curve over the run, with a mark at a share of it. `values` are from 0 to 1, evenly spaced. */
export function curve(
  values: readonly number[],
  labels: { readonly top: string; readonly left: string; readonly right: string },
  alt: string,
): Picture {
  const [width, height] = [300, 68];
  const [left, right, top, bottom] = [8, width - 8, 18, height - 18];
  const x = (index: number) => left + ((right - left) * index) / Math.max(1, values.length - 1);
  const y = (value: number) => bottom - (bottom - top) * Math.min(1, Math.max(0, value));
  const path = values
    .map((value, index) => `${index === 0 ? 'M' : 'L'}${round(x(index))} ${round(y(value))}`)
    .join('');
  return {
    width,
    height,
    alt,
    svg: svg(
      width,
      height,
      `<path d="M${left} ${bottom}H${right}" stroke="${INK}" stroke-opacity=".35"/>` +
        `<path d="${path}" fill="none" stroke="${INK}" stroke-width="2" stroke-linejoin="round"/>` +
        label(left, 12, labels.top) +
        label(left, height - 4, labels.left) +
        label(right, height - 4, labels.right, 'end'),
    ),
  };
}

/** A bar of a chart: `strong` ones are kept, the others are shown as outlines. */
export interface Bar {
  readonly label: string;
  /** From 0 to 1, as drawn. */
  readonly value: number;
  readonly text: string;
  readonly strong: boolean;
}

/** Bars side by side with their labels and numbers. */
export function bars(items: readonly Bar[], alt: string): Picture {
  const [width, height] = [Math.max(220, items.length * 56), 80];
  const slot = width / items.length;
  const [top, bottom] = [18, height - 18];
  const tallest = Math.max(...items.map((item) => item.value), 1e-9);
  const drawn = items.map((item, index) => {
    const tall = Math.max(1, ((bottom - top) * item.value) / tallest);
    const at = slot * index + slot * 0.2;
    const middle = round(slot * (index + 0.5));
    const box = `x="${round(at)}" y="${round(bottom - tall)}" width="${round(slot * 0.6)}" height="${round(tall)}" rx="2"`;
    const bar = item.strong
      ? `<rect ${box} fill="${INK}" fill-opacity=".75"/>`
      : `<rect ${box} fill="none" stroke="${INK}" stroke-opacity=".5" stroke-dasharray="3 2"/>`;
    return (
      bar +
      label(middle, height - 4, item.label, 'middle') +
      label(middle, round(bottom - tall - 4), item.text, 'middle')
    );
  });
  return { width, height, alt, svg: svg(width, height, drawn.join('')) };
}

function svg(width: number, height: number, body: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="system-ui,sans-serif" font-size="11" fill="${INK}">${body}</svg>`;
}

function label(x: number, y: number, text: string, anchor = 'start'): string {
  const safe = text.replace(/[<>&]/g, '');
  return `<text x="${x}" y="${y}" text-anchor="${anchor}">${safe}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
