import {
  add,
  matMul,
  mul,
  reshape,
  sum,
  type Tensor,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { adjacencyOf } from '../../graph/adjacency';
import type { Graph } from '../../graph/graph';
import { spmm } from '../kernels/spmm/spmm';
import type { Messages, Options } from './convolution';
import { dropEntries } from './dropout';
import type { HeadGroup } from './heads';

/** What layers with attention have in common: who attends to whom, the scores, and the sum that the coefficients weigh. */

/** The arcs as they are, every node over its neighbours. */
export function neighbourMessages(graph: Graph, options: Options): Messages {
  const { nodeCount, pointer, source, edge } = adjacencyOf(graph);
  const features = options.edgeFeatures === false ? null : graph.edgeFeatures;
  return {
    ...{ pattern: { rows: nodeCount, columns: nodeCount, pointer, index: source }, coefficient: null, reduce: 'sum' },
    edges: features && { columns: features.columns, data: rowsOf(features, edge) },
  };
}

/**
 * Self-loops dropped, then one a node, the last entry of its row; its edge features are the mean of the node's other incoming
 * ones, zeros where there are none (PyG's `fill_value='mean'`).
 */
export function loopedMessages(graph: Graph, options: Options): Messages {
  const { nodeCount, pointer: arcs, source, edge } = adjacencyOf(graph);
  const features = options.edgeFeatures === false ? null : graph.edgeFeatures;
  const pointer = new Int32Array(nodeCount + 1);
  const index: number[] = [];
  const rows: number[] = [];
  const width = features?.columns ?? 0;
  for (let v = 0; v < nodeCount; v++) {
    const mean = new Float64Array(width);
    const heard = index.length;
    for (let arc = arcs[v]; arc < arcs[v + 1]; arc++) {
      if (source[arc] === v) continue;
      index.push(source[arc]);
      for (let d = 0; features && d < width; d++) {
        const value = features.data[edge[arc] * width + d];
        rows.push(value);
        mean[d] += value;
      }
    }
    const count = Math.max(1, index.length - heard);
    index.push(v);
    for (const total of mean) rows.push(total / count);
    pointer[v + 1] = index.length;
  }
  return {
    pattern: { rows: nodeCount, columns: nodeCount, pointer, index: Int32Array.from(index) },
    coefficient: null,
    reduce: 'sum',
    edges: features && { columns: width, data: Float32Array.from(rows) },
  };
}

function rowsOf({ columns, data }: { columns: number; data: Float32Array }, rows: Int32Array): Float32Array {
  const chosen = new Float32Array(rows.length * columns);
  rows.forEach((row, i) => {
    chosen.set(data.subarray(row * columns, (row + 1) * columns), i * columns);
  });
  return chosen;
}

/** (N, heads · C) times (1, heads, C), summed over each head → (N, heads). */
export function perHead(rows: Tensor2D, vector: Tensor3D): Tensor2D {
  const [, heads, width] = vector.shape;
  return sum(mul(reshape(rows, [-1, heads, width]), vector), 2);
}

/**
 * Σ_u a_vu value_u of each head, side by side: (entries, heads) and (N, heads · C) → (N, heads · C). In training some
 * coefficients are dropped, where the options ask for it.
 */
export function attend(group: HeadGroup, a: Tensor2D, value: Tensor2D): Tensor2D {
  return spmm(group.propagation[0].operand, value, dropped(a, group));
}

/** The coefficients as training takes them; the same ones are dropped whatever the groups of heads are. */
export function dropped(a: Tensor2D, { options, dropoutSeed, heads, firstHead, allHeads }: HeadGroup): Tensor2D {
  const rate = Number(options.attentionDropout ?? 0);
  if (dropoutSeed === null || rate === 0) return a;
  return dropEntries(a, rate, dropoutSeed, (i) => Math.floor(i / heads) * allHeads + firstHead + (i % heads));
}

/**
 * What edge features say along a vector a head: (entries, D), weight (heads · C, D) and vector (1, heads, C) → (entries, heads).
 * The weight meets the vector first, so there is no tensor of entries × heads × C.
 */
export function edgeScore(edges: Tensor2D, weight: Tensor2D, vector: Tensor3D): Tensor2D {
  const [, heads, width] = vector.shape;
  const columns = weight.shape[1];
  const turned = mul<Tensor>(reshape(weight, [heads, width, columns]), reshape(vector, [heads, width, 1]));
  return matMul(edges, sum<Tensor2D>(turned, 1), false, true);
}

/** a + b where there is a b. */
export function plus<T extends Tensor1D | Tensor2D>(a: T, b: T | null): T {
  return b ? add(a, b) : a;
}
