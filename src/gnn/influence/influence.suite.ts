import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, it } from 'vitest';
import saved from '../../../scripts/pyg/fixtures/cases.json';
import { graphFromPlain } from '../../graph/from-plain';
import type { PlainGraph } from '../../graph/plain';
import { largestDifference, tolerance } from '../testing/patterns';
import golden from './fixtures/pyg-influence.json';
import { influenceOn } from './influence';
import { tracedWith } from './testing/saved';
import { goOn, traceOf } from './testing/trace';

const plain = saved.graph as PlainGraph;
const dense = graphFromPlain(plain);
/** The same features as sparse rows, which are never laid out where a layer maps them. */
const sparse = graphFromPlain({ ...plain, features: sparsely(saved.graph.features) });

/**
 * Influence on every backend, against autograd through PyTorch Geometric's layers.
 *
 * @param whole false leaves out sparse rows and columns taken a few at a time, where a software adapter takes minutes for them.
 */
export function describeInfluence(
  backend: string,
  open: () => Promise<void>,
  readFixture: (name: string) => Promise<Uint8Array>,
  whole = true,
): void {
  describe(`influence on ${backend}`, () => {
    beforeAll(open);

    const cases = Object.entries(golden.cases).flatMap(([name, one]) =>
      (whole ? [dense, sparse] : [dense]).map((graph) => ({
        name,
        rows: graph === dense ? 'dense' : 'sparse',
        graph,
        ...one,
      })),
    );
    it.each(cases)('is what PyG’s layers give: $name, $rows rows', async ({ graph, recipe, weights, influence }) => {
      const before = memory().numTensors;
      const trace =
        weights === null ? await traceOf(graph, recipe) : await tracedWith(graph, recipe, await readFixture(weights));
      for (const { node, hop, values } of influence) {
        // All columns at once, and a few at a time.
        for (const together of whole ? [undefined, 40] : [undefined]) {
          const found = await influenceOn(trace, node, hop, goOn, together);
          const what = `node ${node} at hop ${hop}`;
          expect(largestDifference(found, values), what).toBeLessThan(tolerance(values, 1e-4));
        }
      }
      expect(memory().numTensors).toBe(before);
    });
  });
}

function sparsely(rows: number[][]): PlainGraph['features'] {
  const places = rows.map((row) => row.flatMap((value, c) => (value === 0 ? [] : [c])));
  return { columns: rows[0].length, indices: places, values: rows.map((row, v) => places[v].map((c) => row[c])) };
}
