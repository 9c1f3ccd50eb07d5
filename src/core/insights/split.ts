/** Sizes of a train/test split. */
import { atRunTime, either } from './insight.ts';
import type { Insight } from './insight.ts';
import { num, percent, percentLeft } from './number.ts';
import { flagOf, isGiven, numberOf } from './reading.ts';
import type { Reading } from './reading.ts';

/** How many of a thousand examples go to each side, and whether the split can be repeated. */
export function splitSizes(reading: Reading): Insight[] {
  const { mention, lang } = reading;
  const callee = mention.call?.callee ?? '';
  if (!/(^|\.)train_test_split$/.test(callee)) return [];
  if (mention.argument !== undefined && !ASKS.has(mention.argument)) return [];
  const train =
    isGiven(mention.call, 'train_size') && !isGiven(mention.call, 'test_size')
      ? numberOf(reading, 'train_size')
      : undefined;
  const test =
    train === undefined
      ? (numberOf(reading, 'test_size') ?? { name: 'test_size', value: 0.25, isDefault: true })
      : undefined;
  if (train === 'run-time' || test === 'run-time')
    return [atRunTime(either(lang, 'The sizes of the split', 'Los tamaños de la partición'), lang)];
  const given = test ?? train;
  if (given === undefined || given.value <= 0) return [];
  const seeded = isGiven(mention.call, 'random_state', 'seed');
  const repeat =
    seeded || mention.call?.open || flagOf(reading, 'shuffle') === false
      ? ''
      : either(
          lang,
          ' Without a seed the split differs from run to run.',
          ' Sin semilla, la partición cambia en cada ejecución.',
        );
  if (given.value > 1 || (Number.isInteger(given.value) && given.value === 1)) {
    const n = num(given.value, lang);
    const side = test
      ? either(lang, 'for testing, the rest for training', 'para prueba y el resto para entrenamiento')
      : either(lang, 'for training, the rest for testing', 'para entrenamiento y el resto para prueba');
    return [
      { text: either(lang, `Exactly ${n} examples ${side}.`, `Exactamente ${n} ejemplos ${side}.`) + repeat },
    ];
  }
  const share = test ? given.value : 1 - given.value;
  const of1000 = Math.ceil(1000 * share - 1e-9);
  return [
    {
      text:
        either(
          lang,
          `${percent(share, lang)} for testing and ${percentLeft(share, lang)} for training${given.isDefault ? ' (default)' : ''}: of 1,000 examples, ${num(of1000, lang)} and ${num(1000 - of1000, lang)}.`,
          `${percent(share, lang)} para prueba y ${percentLeft(share, lang)} para entrenamiento${given.isDefault ? ' (por defecto)' : ''}: de 1000 ejemplos, ${num(of1000, lang)} y ${num(1000 - of1000, lang)}.`,
        ) + repeat,
    },
  ];
}

const ASKS: ReadonlySet<string> = new Set(['test_size', 'train_size']);
