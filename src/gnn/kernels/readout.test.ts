import { type Tensor2D, tensor2d } from '@tensorflow/tfjs-core';
import { describe, expect, it } from 'vitest';
import { NODE_BACKENDS, useBackend } from '../testing/node';
import { readoutPattern } from './readout';
import { sparseOperand } from './sparse-operand';
import { type Reduce, spmm } from './spmm/spmm';

describe('a readout of a disjoint union', () => {
  for (const backend of NODE_BACKENDS) {
    it(`reduces the nodes of each graph, in whatever order they come: ${backend}`, async () => {
      await useBackend(backend);
      const graphs = sparseOperand(readoutPattern(Int32Array.of(2, 0, 2, 0, 2), 4));
      const x = tensor2d([1, -4, 2, -5, 9], [5, 1]);
      const expected: Record<Reduce, number[]> = { sum: [-9, 0, 12, 0], mean: [-4.5, 0, 4, 0], max: [-4, 0, 9, 0] };
      for (const reduce of ['sum', 'mean', 'max'] as const) {
        const read: Tensor2D = spmm(graphs, x, null, reduce);
        expect([...(await read.data())]).toEqual(expected[reduce]);
        read.dispose();
      }
      for (const one of [graphs, x]) one.dispose();
    });
  }

  it('takes graphs of any size', async () => {
    const graphs = sparseOperand(readoutPattern(new Int32Array(1000), 1));
    const x = tensor2d(new Float32Array(1000).fill(2), [1000, 1]);
    const sum = spmm(graphs, x);
    expect([...(await sum.data())]).toEqual([2000]);
    for (const one of [graphs, x, sum]) one.dispose();
  });
});
