/** Where each figure's code is: parts of their own, loaded when somebody opens one. */
import type { FunctionComponent } from 'preact';
import type { ExplorableId } from '../../core/explorables/explorables.ts';
import type { Figure } from './knobs.tsx';

/** Loads a figure. */
export const FIGURES: Readonly<
  Record<ExplorableId, () => Promise<{ readonly default: FunctionComponent<Figure> }>>
> = {
  sampling: () => import('./sampling.tsx'),
  attention: () => import('./attention.tsx'),
  bpe: () => import('./bpe.tsx'),
  lora: () => import('./lora.tsx'),
  schedule: () => import('./schedule.tsx'),
  'beam-search': () => import('./beamSearch.tsx'),
  positions: () => import('./positions.tsx'),
  memory: () => import('./memory.tsx'),
  distillation: () => import('./distillation.tsx'),
};
