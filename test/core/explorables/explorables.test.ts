import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { attentionWeights, SENTENCE } from '../../../src/core/explorables/attention.ts';
import { beamTree, likeliest } from '../../../src/core/explorables/beamSearch.ts';
import { learnBpe } from '../../../src/core/explorables/bpe.ts';
import { lesson } from '../../../src/core/explorables/distillation.ts';
import { EXPLORABLES } from '../../../src/core/explorables/explorables.ts';
import { loraCost, type LoraTargets } from '../../../src/core/explorables/lora.ts';
import { memoryNeed, smallestCard, weightBytes } from '../../../src/core/explorables/memory.ts';
import { closeness, rotate, sinusoidal } from '../../../src/core/explorables/positions.ts';
import { sampled } from '../../../src/core/explorables/sampling.ts';
import { rateAt, type ScheduleKind } from '../../../src/core/explorables/schedule.ts';
import { nearestShape, shapeOf, weightsInBlocks } from '../../../src/core/explorables/shapes.ts';

const knowledge = join(import.meta.dirname, '../../../knowledge');

describe('explorables', () => {
  it('are linked from concepts that exist, one figure to a concept', () => {
    const topics = readdirSync(knowledge, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const concepts = EXPLORABLES.flatMap((explorable) => explorable.concepts);
    assert.equal(new Set(concepts).size, concepts.length);
    for (const id of concepts) {
      assert(
        topics.some(({ name }) => existsSync(join(knowledge, name, `${id}.yaml`))),
        id,
      );
    }
  });
});

describe('the learning rate', () => {
  // Computed by the functions of transformers 5.18 (optimization.py): 200 steps, 20 of warm-up, 3 cycles.
  const steps = [0, 7, 20, 21, 63, 110, 155, 199, 200];
  const table: Readonly<Partial<Record<ScheduleKind, readonly number[]>>> = {
    linear: [0, 0.35, 1, 0.994444, 0.761111, 0.5, 0.25, 0.005556, 0],
    cosine: [0, 0.35, 1, 0.999924, 0.865677, 0.5, 0.146447, 7.6e-5, 0],
    cosine_with_restarts: [0, 0.35, 1, 0.999315, 0.18534, 0.5, 0.853553, 0.000685, 0],
    polynomial: [0, 0.35, 1, 0.994456, 0.761589, 0.501, 0.2515, 0.007544, 0.002],
    constant_with_warmup: [0, 0.35, 1, 1, 1, 1, 1, 1, 1],
    inverse_sqrt: [0, 0.35, 1, 0.9759, 0.563436, 0.426401, 0.359211, 0.317021, 0.316228],
    constant: [1, 1, 1, 1, 1, 1, 1, 1, 1],
  };
  for (const [kind, expected] of Object.entries(table)) {
    it(`of ${kind} is that of transformers`, () => {
      const run = { kind: kind as ScheduleKind, steps: 200, warmup: 20, cycles: 3 };
      steps.forEach((step, index) => near(rateAt(run, step), expected[index]!, 1e-6));
    });
  }
});

describe('byte-pair encoding', () => {
  it('merges the words of Sennrich et al. 2016 in the order of their code', () => {
    const text = [
      ...Array<string>(5).fill('low'),
      ...Array<string>(2).fill('lower'),
      ...Array<string>(6).fill('newest'),
      ...Array<string>(3).fill('widest'),
    ].join(' ');
    const steps = learnBpe(text, 10);
    assert.deepEqual(
      steps.slice(1).map(({ merged }) => merged!.left + merged!.right),
      ['es', 'est', 'est_', 'lo', 'low', 'ne', 'new', 'newest_', 'low_', 'wi'],
    );
    assert.deepEqual(
      steps.at(-1)!.words.map(({ symbols }) => symbols.join(' ')),
      ['low_', 'low e r _', 'newest_', 'wi d est_'],
    );
  });

  it('keeps every letter, stops where nothing repeats, and copes with nothing', () => {
    for (const text of ['banana bandana', 'aaaa aaa', 'x', '', '   ', '🎈🎈 🎈']) {
      const steps = learnBpe(text, 1000);
      for (const { words, tokens } of steps) {
        assert.equal(words.map(({ symbols }) => symbols.join('').slice(0, -1)).join(''), unique(text));
        assert.equal(
          tokens,
          words.reduce((sum, word) => sum + word.symbols.length * word.count, 0),
        );
      }
      assert((steps.at(-1)!.pairs[0]?.count ?? 0) < 2);
    }
  });
});

describe('LoRA', () => {
  // GPT-2 with PEFT's default target `c_attn`; Llama-2-7B with q_proj and v_proj: counts that PEFT prints for r = 8.
  const table: readonly [string, LoraTargets, number, number][] = [
    ['gpt2', 'query-value', 8, 294_912],
    ['llama-2-7b', 'query-value', 8, 4_194_304],
    ['llama-2-7b', 'attention', 8, 8_388_608],
    ['llama-2-7b', 'all-linear', 8, 19_988_480],
    ['llama-3.1-8b', 'all-linear', 16, 41_943_040],
  ];
  for (const [model, targets, rank, trained] of table) {
    it(`trains ${trained} parameters of ${model} at ${targets}, r = ${rank}`, () => {
      assert.equal(loraCost(shapeOf(model), targets, rank, 16, false).trained, trained);
    });
  }

  it('scales by α/r, and by α/√r when rank-stabilised', () => {
    assert.equal(loraCost(shapeOf('gpt2'), 'attention', 64, 16, false).scale, 0.25);
    assert.equal(loraCost(shapeOf('gpt2'), 'attention', 64, 16, true).scale, 2);
  });
});

describe('memory', () => {
  it('of Llama-2-7B at 4,096 tokens is 2 GiB of cache in 16 bits, 13.5 GB of weights', () => {
    const shape = shapeOf('llama-2-7b');
    const need = memoryNeed(shape, {
      parameters: shape.parameters,
      inBlocks: weightsInBlocks(shape),
      bits: 16,
      tokens: 4096,
      batch: 1,
      cacheBits: 16,
    });
    assert.equal(need.cache, 2 * 2 ** 30);
    assert.equal(need.weights, 13.48e9);
    assert.equal(smallestCard(need.total), 16e9);
    assert.equal(smallestCard(1e12), undefined);
  });

  it('leaves what lies outside the blocks in 16 bits', () => {
    // Llama 2 7B: 6,476,005,376 weights in the blocks, the rest embeddings and output layer
    const shape = shapeOf('llama-2-7b');
    assert.equal(weightsInBlocks(shape), 32 * (4 * 4096 * 4096 + 3 * 4096 * 11_008));
    assert.equal(weightBytes(1000, 800, 4), 800);
    assert.equal(weightBytes(1000, 800, 16), 2000);
    assert.equal(weightBytes(1000, 800, 32), 4000);
  });

  it('finds the shape of a parameter count', () => {
    assert.equal(nearestShape(8e9).id, 'llama-3.1-8b');
    assert.equal(nearestShape(1).id, 'gpt2');
  });
});

describe('beam search', () => {
  it('misses with one beam what two beams find, in both languages', () => {
    for (const lang of ['en', 'es'] as const) {
      const greedy = beamTree(1, lang).best;
      const two = beamTree(2, lang).best;
      near(greedy.probability, 0.08, 1e-12);
      near(two.probability, 0.216, 1e-12);
      assert.equal(two.path, likeliest(lang).path);
    }
  });

  it('keeps as many as it has beams, and never finds less with more', () => {
    let before = 0;
    for (let beams = 1; beams <= 6; beams += 1) {
      const { levels, best } = beamTree(beams, 'en');
      assert(levels.every((level) => level.filter(({ kept }) => kept).length <= beams));
      assert(best.probability >= before);
      before = best.probability;
    }
  });
});

describe('attention', () => {
  it('gives softmax(QKᵀ/√d): the pronoun finds its noun, a word the one before', () => {
    const settings = { causal: false, scaled: true } as const;
    const pronoun = attentionWeights({ head: 'pronoun', ...settings })[6]!;
    near(pronoun[1]!, 0.791424, 1e-6);
    near(pronoun[4]!, 0.107108, 1e-6);
    near(attentionWeights({ head: 'previous', ...settings })[6]![5]!, 0.920603, 1e-6);
  });

  it('sums to 1 in every row, and sees nothing ahead under the causal mask', () => {
    assert.equal(SENTENCE.en.length, SENTENCE.es.length);
    for (const head of ['pronoun', 'verb', 'previous'] as const) {
      attentionWeights({ head, causal: true, scaled: false }).forEach((row, index) => {
        near(
          row.reduce((sum, weight) => sum + weight, 0),
          1,
          1e-9,
        );
        assert(row.slice(index + 1).every((weight) => weight === 0));
      });
    }
  });
});

describe('positions', () => {
  it('are encoded as in section 3.5 of the Transformer paper', () => {
    const expected = [0.14112, -0.989992, 0.29552, 0.955336, 0.029996, 0.99955, 0.003, 0.999996];
    sinusoidal(3, 8).forEach((value, index) => near(value, expected[index]!, 1e-6));
  });

  it('turned by RoPE meet as their distance says, wherever they stand', () => {
    const [a, b] = [
      [1, 2, -1, 0.5],
      [0.3, -1, 2, 1],
    ];
    const score = (m: number, n: number) => dot(rotate(a!, m, 10_000), rotate(b!, n, 10_000));
    near(score(3, 8), score(40, 45), 1e-9);
    near(score(0, 0), dot(a!, b!), 1e-12);
  });

  it('feel no distance at distance 0', () => {
    for (const kind of ['sinusoidal', 'rope', 'alibi'] as const) {
      near(closeness({ kind, width: 64, base: 10_000, heads: 8 }, 0), 1, 1e-12);
    }
    // The slope of the first of 8 heads is 1/2 (Press et al. 2022, section 3).
    near(closeness({ kind: 'alibi', width: 64, base: 0, heads: 8 }, 2), Math.exp(-1), 1e-12);
  });
});

describe('sampling and distillation', () => {
  it('cut and sharpen the toy distribution', () => {
    const off = { temperature: 1, topK: 0, topP: 1, minP: 0 };
    const plain = sampled(off);
    assert.deepEqual(plain.after, plain.before);
    assert.equal(sampled({ ...off, topK: 2 }).kept, 2);
    assert.equal(sampled({ ...off, topP: 0.7 }).kept, 2);
    near(sampled({ ...off, temperature: 0 }).after[0]!, 1, 1e-9);
    near(sampled({ ...off, temperature: 1e6 }).choices, 6, 1e-4);
  });

  it('teach by KL(teacher ‖ student) at the temperature', () => {
    near(lesson(1, 0).divergence, 0.334952, 1e-6);
    near(lesson(4, 0).loss, 16 * 0.13739, 1e-4);
    near(lesson(4, 1).loss, 0.53341, 1e-5);
    near(lesson(4, 0).teacher[1]!, 0.231533, 1e-6);
  });
});

function near(actual: number, expected: number, tolerance: number): void {
  assert(Math.abs(actual - expected) <= tolerance, `${actual} is not ${expected}`);
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

function unique(text: string): string {
  return [...new Set(text.split(/\s+/))].join('');
}
