import { slice, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import type { Features, Messages } from '../layers/convolution';
import { readRow } from '../linear-algebra/matrix-rows';
import { featuresOnDevice, propagationOf, tensorsOnDevice } from './device';
import { explainedFormula } from './formula';
import { messagesOf } from './messages';
import { convolutionAt } from './parameters';
import type { Embeddings } from './run';
import { convolve } from './stack';

/** One node at one hop as arithmetic; see `Explanation` in the engine's protocol, which this is by shape. */
export interface NodeArithmetic {
  node: string;
  hop: number;
  formula: string;
  messages: { from: string; coefficient: number | number[]; value: number[] }[];
  aggregate: number[];
  update: number[];
  output: number[];
}

/** Most numbers one explanation spells out. */
const MOST_NUMBERS = 4 * 2 ** 20;

/**
 * The arithmetic of `node` from hop k−1 to hop k: messages and their sum in float64, from the layer's own coefficients, and the
 * convolution's output as the layer computes it, on the backend set in TensorFlow.js. `output` is the trace's own row. Every
 * entry of the graph is one message, duplicates too. Throws when the node or the hop is not there.
 */
export async function explainNode(
  graph: Graph,
  recipe: Recipe,
  { hops, parameters }: Pick<Embeddings, 'hops' | 'parameters'>,
  node: number,
  hop: number,
): Promise<NodeArithmetic> {
  if (!Number.isInteger(hop) || hop < 1 || hop >= hops.length) {
    const there = hops.length > 1 ? `hops 1 to ${hops.length - 1} after the input` : 'no hop after the input';
    throw new Error(`Hop ${hop} cannot be explained: this trace has ${there}.`);
  }
  if (!Number.isInteger(node) || node < 0 || node >= graph.nodeCount) {
    throw new Error(`There is no node ${node}: this graph's nodes are numbered 0 to ${graph.nodeCount - 1}.`);
  }
  const before = hops[hop - 1];
  const messages = messagesTo(graph, recipe, before, node);
  const aggregate = new Float64Array(before.columns);
  for (const { coefficient, value } of messages) {
    for (let c = 0; c < aggregate.length; c++) aggregate[c] += coefficient * value[c];
  }
  const update = await convolutionRow(graph, recipe, { hops, parameters }, node, hop - 1);
  return {
    node: graph.ids[node],
    hop,
    formula: explainedFormula(recipe, hop - 1),
    messages: messages.map(({ from, coefficient, value }) => ({
      from: graph.ids[from],
      coefficient,
      value: [...value],
    })),
    aggregate: [...aggregate],
    update,
    output: [...rowOf(hops[hop], node)],
  };
}

function messagesTo(graph: Graph, recipe: Recipe, before: FeatureMatrix, node: number) {
  const all = messagesOf(graph, recipe);
  if (all.length === 0) return [{ from: node, coefficient: 1, value: rowOf(before, node) }];
  const count = all.reduce((sum, { pattern }) => sum + entriesOf(pattern, node), 0);
  if (count * before.columns > MOST_NUMBERS) {
    const figures = `${count.toLocaleString('en')} messages of ${before.columns.toLocaleString('en')} numbers`;
    throw new Error(
      `Node "${graph.ids[node]}" hears ${figures} here, too many to spell out. Look at a later hop or another node.`,
    );
  }
  return all.flatMap(({ pattern, coefficient, reduce }) => {
    const own = entriesOf(pattern, node);
    return Array.from({ length: own }, (_, i) => {
      const entry = pattern.pointer[node] + i;
      const factor = coefficient ? coefficient[entry] : 1;
      const from = pattern.index[entry];
      return { from, coefficient: reduce === 'mean' ? factor / own : factor, value: rowOf(before, from) };
    });
  });
}

function entriesOf({ pointer }: Messages['pattern'], node: number): number {
  return pointer[node + 1] - pointer[node];
}

/** The node's row of what the convolution of `layer` gives, by the code that made the trace. */
async function convolutionRow(
  graph: Graph,
  recipe: Recipe,
  { hops, parameters }: Pick<Embeddings, 'hops' | 'parameters'>,
  node: number,
  layer: number,
): Promise<number[]> {
  const owned = [featuresOnDevice(hops[layer]), featuresOnDevice(hops[0])] as const;
  const propagation = propagationOf(graph, recipe);
  const module = `${convolutionAt(recipe, layer)}.`;
  const own = Object.entries(parameters).filter(([name]) => name.startsWith(module));
  const tensors = tensorsOnDevice(Object.fromEntries(own));
  let row: Tensor2D | null = null;
  try {
    const [x, initial]: Features[] = owned.map(({ value }) => value);
    const stack = { recipe, parameters: tensors.value, propagation: propagation.value, dropoutSeed: null };
    row = tidy(() => {
      const rows = convolve(stack, layer, x, initial);
      return slice(rows, [node, 0], [1, rows.shape[1]]);
    });
    return [...(await row.data())];
  } finally {
    for (const one of [...owned, propagation, tensors, row]) one?.dispose();
  }
}

function rowOf(matrix: FeatureMatrix, row: number): Float64Array {
  const values = new Float64Array(matrix.columns);
  readRow(matrix, row, values);
  return values;
}
