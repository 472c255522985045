import {
  add,
  matMul,
  reshape,
  slice,
  squeeze,
  type Tensor1D,
  type Tensor2D,
  type Tensor3D,
} from '@tensorflow/tfjs-core';
import { adjacencyOf } from '../../graph/adjacency';
import type { Graph } from '../../graph/graph';
import { bias, type Convolution, type LayerParameters, type Messages, own, propagate, weight } from './convolution';
import { product } from './linear';

/**
 * Relational graph convolution: Schlichtkrull et al., "Modeling Relational Data with Graph Convolutional Networks", ESWC 2018,
 * arXiv 1703.06103.
 *
 *   h′_v = Σ_r W_rᵀ mean_{u → v by r} h_u + W_rootᵀ h_v + b,   W_r = Σ_i c_ri B_i with bases
 *
 * The mean is per relation, over edges as they are: no self-loops added, duplicates counted, weights not used. A graph without
 * relations has one.
 * Options: `bases` (0), how many matrices B the relations share; 0 gives every relation its own.
 * Parameters, matrices laid out (in, out): `weight` (relations or bases, F_in, F_out), `comp` (relations, bases), `root`
 * (F_in, F_out), `bias` (F_out).
 * Shapes: (N, F_in) → (N, F_out).
 * Errors: none of its own; identity weights are refused by the recipe.
 */
export const rgcn: Convolution = {
  parameters({ inputs, outputs, relations, options }) {
    const bases = Number(options.bases ?? 0);
    return {
      weight: weight(bases || relations, inputs, outputs),
      ...(bases > 0 ? { comp: weight(relations, bases) } : {}),
      root: weight(inputs, outputs),
      bias: bias(outputs),
    };
  },
  messages: (graph) => Array.from({ length: Math.max(1, graph.relations.length) }, (_, r) => messagesOf(graph, r)),
  /** Mapped, averaged and added, for each relation. */
  held: ({ outputs, relations }, { nodes }) => ({
    numbers: 3 * relations * nodes * outputs,
    what: `the sums of ${relations} relations`,
  }),
  forward({ x, propagation, parameters }) {
    const matrices = relationMatrices(parameters, propagation.length);
    const [, inputs, outputs] = matrices.shape;
    const parts = propagation.map((neighbours, r) => {
      const matrix: Tensor2D = squeeze(slice(matrices, [r, 0, 0], [1, inputs, outputs]), [0]);
      return propagate(neighbours, product(x, matrix));
    });
    const root: Tensor2D = add(product(x, own<Tensor2D>(parameters, 'root')), own<Tensor1D>(parameters, 'bias'));
    return parts.reduce((sum, part) => add(sum, part), root);
  },
};

/** (relations, F_in, F_out). */
function relationMatrices(parameters: LayerParameters, relations: number): Tensor3D {
  const matrices = own<Tensor3D>(parameters, 'weight');
  const [bases, inputs, outputs] = matrices.shape;
  if (!parameters.comp) return matrices;
  const mixed = matMul(own<Tensor2D>(parameters, 'comp'), reshape(matrices, [bases, inputs * outputs]));
  return reshape(mixed, [relations, inputs, outputs]);
}

function messagesOf(graph: Graph, relation: number): Messages {
  const { nodeCount, pointer: arcs, source, edge } = adjacencyOf(graph);
  const { relation: of } = graph;
  if (!of) return { pattern: { rows: nodeCount, columns: nodeCount, pointer: arcs, index: source }, ...MEAN };
  const pointer = new Int32Array(nodeCount + 1);
  const index: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    for (let arc = arcs[v]; arc < arcs[v + 1]; arc++) if (of[edge[arc]] === relation) index.push(source[arc]);
    pointer[v + 1] = index.length;
  }
  return { pattern: { rows: nodeCount, columns: nodeCount, pointer, index: Int32Array.from(index) }, ...MEAN };
}

const MEAN = { coefficient: null, reduce: 'mean' } as const;
