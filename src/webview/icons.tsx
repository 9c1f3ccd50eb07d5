/** The few icons of the bar, drawn in the text's colour: glyphs of a font would depend on the machine. */
import type { JSX } from 'preact';

/** The name of an icon. */
export type IconName = keyof typeof PATHS;

/** An icon as large as the text beside it; it says nothing, its button is labelled. */
export function Icon({ name }: { name: IconName }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** Outlines in a box of 16, stroked. */
const PATHS = {
  back: 'M10 3L5 8l5 5',
  forward: 'M6 3l5 5-5 5',
  follow: 'M8 1v3M8 12v3M1 8h3M12 8h3M8 4.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7',
  pin: 'M5.5 2h5M6.5 2v4.5L4 9.5h8L9.5 6.5V2M8 9.5V15',
  tab: 'M9 2.5H3.5a1 1 0 0 0-1 1v9a1 1 0 0 0 1 1h9a1 1 0 0 0 1-1V7M11 1.5h3.5V5M14.5 1.5L8.5 7.5',
} as const;
