/** The published FSRS vectors, through the scheduler that the product uses; formulas through the library itself. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { forgetting_curve, FSRSAlgorithm, generatorParameters } from 'ts-fsrs';
import type { FSRSParameters, Grade } from 'ts-fsrs';
import { DAY_MS, schedulerWith } from '../../../src/core/practice/schedule.ts';
import type { Memory, Scheduler } from '../../../src/core/practice/schedule.ts';
import type { Rating } from '../../../src/core/practice/event.ts';

/** At this offset the day of practice is the UTC day, which is how the vectors count. */
const UTC_DAYS = 240;

/** What we know to be otherwise, and why it does no harm here. */
const DEVIATIONS: Readonly<Record<string, string>> = {
  's-fsrs5-ivl-history': 'ours always has 21 weights; only migrated sets of 19 differ since ts-fsrs 5.4.2',
  's-fsrs5-memory-short': 'as s-fsrs5-ivl-history',
  's-simulator-4-reviews': 'as s-fsrs5-ivl-history',
  's-sse-next-state': 'as s-fsrs5-ivl-history; we have no manual rating',
  's-step-second-hard': 'ours has one learning step only',
};

interface Vector {
  readonly id: string;
  readonly kind: 'formula' | 'sequence' | 'next_state' | 'retrievability' | 'invariant';
  readonly status: 'must' | 'known-deviation';
  readonly params: Partial<FSRSParameters>;
  readonly fn?: string;
  readonly args?: readonly (readonly number[])[];
  readonly mode?: 'review_at_due' | 'gaps_days' | 'due_plus_1_day' | 'same_time' | 'absolute_ms';
  readonly start?: string;
  readonly ratings?: readonly Rating[];
  readonly gaps_days?: readonly number[];
  readonly expect: Expected | readonly number[];
  readonly tol?: number;
  readonly tol_first?: number;
  readonly tol_minutes?: number;
}

interface Expected {
  readonly scheduled_days?: readonly number[];
  readonly min_scheduled_days?: readonly number[];
  readonly max_scheduled_days?: number;
  readonly interval_minutes?: readonly number[];
  readonly stability?: readonly number[];
  readonly min_stability?: number;
  readonly difficulty?: readonly number[];
  readonly state?: readonly string[];
  readonly due?: readonly string[];
  readonly final?: { readonly stability?: number; readonly difficulty?: number };
}

const { vectors } = JSON.parse(readFileSync(new URL('fsrs-vectors.json', import.meta.url), 'utf8')) as {
  readonly vectors: readonly Vector[];
};

describe('FSRS vectors', () => {
  for (const vector of vectors) {
    const { id, kind } = vector;
    if (kind !== 'invariant' && !(id in DEVIATIONS)) it(id, () => checkers[kind](vector));
  }

  it('leaves out the named deviations only', () => {
    const left = vectors.filter(({ id, status }) => status !== 'must' && !(id in DEVIATIONS));
    // ts-fsrs goes over the longest interval by up to two days; our scheduler cuts it off.
    assert.deepEqual(
      left.map(({ id }) => id),
      ['s-max-interval-100'],
    );
  });
});

const checkers: Readonly<Record<Exclude<Vector['kind'], 'invariant'>, (vector: Vector) => void>> = {
  formula(vector) {
    const algorithm = new FSRSAlgorithm(generatorParameters(vector.params));
    const compute = formulas[vector.fn!];
    assert.ok(compute, `no formula ${vector.fn}`);
    for (const [index, args] of vector.args!.entries()) {
      const tolerance = index === 0 ? (vector.tol_first ?? vector.tol) : vector.tol;
      near(compute(algorithm, args), (vector.expect as readonly number[])[index]!, tolerance, `${args}`);
    }
  },

  sequence(vector) {
    const memories = play(vector, schedulerWith(vector.params));
    const expected = vector.expect as Expected;
    const each = (wanted: readonly number[] | undefined, of: (memory: Memory) => number, tolerance = 0) =>
      wanted?.forEach((value, index) => near(of(memories[index]!), value, tolerance, `review ${index + 1}`));
    each(expected.scheduled_days, ({ intervalDays }) => intervalDays);
    each(expected.interval_minutes, ({ due, last }) => (due - last) / 60_000, vector.tol_minutes);
    each(expected.stability, ({ stability }) => stability, vector.tol ?? 1e-6);
    each(expected.difficulty, ({ difficulty }) => difficulty, vector.tol ?? 1e-6);
    expected.state?.forEach((state, index) => assert.equal(memories[index]!.phase, state.toLowerCase()));
    expected.due?.forEach((due, index) => assert.equal(memories[index]!.due, Date.parse(due)));
    expected.min_scheduled_days?.forEach((days, index) => assert.ok(memories[index]!.intervalDays >= days));
    for (const { intervalDays, due, last, stability } of memories) {
      assert.ok(intervalDays <= (expected.max_scheduled_days ?? Infinity));
      assert.ok(due - last <= (expected.max_scheduled_days ?? Infinity) * DAY_MS);
      assert.ok(stability >= (expected.min_stability ?? 0));
    }
    const final = memories.at(-1)!;
    if (expected.final?.stability !== undefined)
      near(final.stability, expected.final.stability, vector.tol, 'final stability');
    if (expected.final?.difficulty !== undefined)
      near(final.difficulty, expected.final.difficulty, vector.tol, 'final difficulty');
  },

  retrievability(vector) {
    const scheduler = schedulerWith(vector.params);
    const start = Date.parse(vector.start!);
    for (const [index, rating] of vector.ratings!.entries()) {
      const memory = scheduler.review(undefined, rating, start, UTC_DAYS, 'key');
      const chance = scheduler.retrievability(memory, memory.due, UTC_DAYS);
      near(chance, (vector.expect as readonly number[])[index]!, vector.tol, `rating ${rating}`);
    }
  },

  next_state(vector) {
    assert.fail(`${vector.id}: only known deviations are of this kind`);
  },
};

type Formula = (algorithm: FSRSAlgorithm, args: readonly number[]) => number;

const formulas: Readonly<Record<string, Formula>> = {
  forgetting_curve: ({ parameters }, [days, stability]) => forgetting_curve(parameters.w, days!, stability!),
  init_stability: (algorithm, [grade]) => algorithm.init_stability(grade as Grade),
  init_difficulty_clamped: (algorithm, [grade]) =>
    Math.min(10, Math.max(1, algorithm.init_difficulty(grade as Grade))),
  next_difficulty: (algorithm, [difficulty, grade]) => algorithm.next_difficulty(difficulty!, grade as Grade),
  next_recall_stability: (algorithm, [d, s, r, grade]) =>
    algorithm.next_recall_stability(d!, s!, r!, grade as Grade),
  next_forget_stability: (algorithm, [d, s, r]) => algorithm.next_forget_stability(d!, s!, r!),
  next_short_term_stability: (algorithm, [s, grade]) =>
    algorithm.next_short_term_stability(s!, grade as Grade),
  next_interval_at_retention: ({ parameters }, [stability, retention]) =>
    new FSRSAlgorithm({ ...parameters, request_retention: retention! }).next_interval(stability!, 0),
};

/** The memory after each review of a vector. */
function play(vector: Vector, scheduler: Scheduler): readonly Memory[] {
  const memories: Memory[] = [];
  let at = Date.parse(vector.start!);
  for (const [index, rating] of vector.ratings!.entries()) {
    const before = memories.at(-1);
    if (vector.mode === 'gaps_days') at += (vector.gaps_days![index] ?? 0) * DAY_MS;
    else if (before && vector.mode === 'review_at_due') at = before.due;
    else if (before && vector.mode === 'due_plus_1_day') at = before.due + DAY_MS;
    memories.push(scheduler.review(before, rating, at, UTC_DAYS, 'key'));
  }
  return memories;
}

function near(actual: number, expected: number, tolerance = 0, what = ''): void {
  const allowed = tolerance * Math.max(1, tolerance < 1 ? Math.abs(expected) : 1);
  assert.ok(Math.abs(actual - expected) <= allowed, `${what}: ${actual} instead of ${expected}`);
}
