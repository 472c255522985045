import { memory } from '@tensorflow/tfjs-core';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { seededRandom } from '../../graph/random';
import { factsOf } from '../../recipe/facts';
import { validateRecipe } from '../../recipe/validate';
import { CONVOLUTIONS } from '../layers/registry';
import { largestDifference } from '../testing/patterns';
import { explainNode } from './explain';
import { runRecipe } from './run';

const NODES = 40;
const HEADS = 5;
/** Of one head: five make groups of two, two and one. */
const WIDTH = 2;
const NODE = 7;

/** Many more edges than nodes, so that what edges have is what is large. */
function busyGraph(featured: boolean) {
  const random = seededRandom(5);
  const edges = Array.from({ length: 600 }, () => ({ source: random.below(NODES), target: random.below(NODES) }));
  return graphFromPlain({
    ...{ directed: true, nodes: NODES, edges, labels: Array.from({ length: NODES }, (_, v) => v % 3) },
    features: Array.from({ length: NODES }, () => Array.from({ length: 4 }, () => random.normal())),
    edgeFeatures: featured ? edges.map(() => [random.normal(), random.normal()]) : undefined,
  });
}

/**
 * That an explanation is the same whether the heads of a layer are computed together or in turn, and the trace's.
 *
 * @param bindAtMost makes the backend say that it takes no larger tensor, in bytes, until `release`.
 */
export function describeExplainedHeads(
  backend: string,
  open: () => Promise<void>,
  { bindAtMost, release }: { bindAtMost: (bytes: number) => void; release: () => void },
): void {
  describe(`explained heads on ${backend}`, () => {
    beforeAll(open);
    afterEach(() => {
      vi.restoreAllMocks();
      release();
    });

    const cases = (['gat', 'gatv2', 'transformer'] as const).flatMap((conv) =>
      [false, true].flatMap((featured) => [true, false].map((concat) => ({ conv, featured, concat }))),
    );
    it.each(cases)('in turn as together: $conv, edge features $featured, side by side $concat', async (one) => {
      const { conv, featured, concat } = one;
      const graph = busyGraph(featured);
      const width = concat ? HEADS * WIDTH : WIDTH;
      const given = { conv, heads: HEADS, width, hops: 2, activation: 'tanh', options: { concat } };
      const recipe = validateRecipe({ ...given, input: { kind: 'given' } }, factsOf(graph));
      const trace = await runRecipe(graph, recipe, () => {});
      const attention = vi.spyOn(CONVOLUTIONS[conv], 'attention');
      const groups = () => attention.mock.results.map(({ value }) => (value as unknown[]).length);
      const explained = () => Promise.all([1, 2].map((hop) => explainNode(graph, recipe, trace, NODE, hop)));
      const before = memory().numTensors;

      const together = await explained();
      expect(groups()).toEqual([1, 1]);
      attention.mockClear();
      // Room for the coefficients of two heads; loops make the messages a few more than the edges, or a few fewer.
      bindAtMost(4 * 2 * (600 + NODES));
      const apart = await explained();
      expect(groups()).toEqual([3, 3]);
      expect(memory().numTensors).toBe(before);

      for (const [i, { messages, aggregate, update, output }] of apart.entries()) {
        const whole = together[i];
        expect(messages.map(({ from }) => from)).toEqual(whole.messages.map(({ from }) => from));
        const coefficients = messages.map(({ coefficient }) => [coefficient].flat());
        expect(coefficients.every((heads) => heads.length === HEADS)).toBe(true);
        for (let h = 0; h < HEADS; h++) {
          expect(
            coefficients.reduce((sum, heads) => sum + heads[h], 0),
            `head ${h}`,
          ).toBeCloseTo(1, 5);
        }
        const reference = whole.messages.flatMap(({ coefficient }) => coefficient);
        expect(new Set(reference.slice(0, HEADS)).size, 'heads that differ').toBe(HEADS);
        expect(largestDifference(coefficients.flat(), reference)).toBeLessThan(1e-6);
        expect(aggregate).toHaveLength(HEADS * trace.widths[i]);
        expect(largestDifference(aggregate, whole.aggregate)).toBeLessThan(1e-5);
        expect(largestDifference(update, whole.update)).toBeLessThan(1e-5);
        // The last convolution is the output; the one before goes through tanh.
        const after = i === 0 ? update.map(Math.tanh) : update;
        expect(largestDifference(after, output)).toBeLessThan(1e-5);
        expect(output).toEqual(whole.output);
      }
    });
  });
}
