import { concat, slice, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { wiringOf } from '../../graph/wiring/wiring';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import type { Messages } from '../layers/convolution';
import { CONVOLUTIONS } from '../layers/registry';
import { readRow } from '../linear-algebra/matrix-rows';
import { featuresOnDevice, messagesOnDevice, tensorsOnDevice } from './device';
import { explainedFormula } from './formula';
import { messagesAt } from './messages';
import { convolutionAt } from './parameters';
import type { Embeddings } from './run';
import { callOf } from './stack';

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
  const { ids } = wiringOf(graph, recipe).graph;
  const all = messagesAt(graph, recipe, hop - 1);
  refuseTooLong(graph.ids[node], all, before, node);
  const layer = await layerAt(graph, recipe, { hops, parameters }, node, hop - 1);
  const messages =
    all.length === 0
      ? [{ from: node, coefficient: 1, value: rowOf(before, node) }]
      : all.flatMap((one) => messagesTo(one, before, node, layer.attention));
  return {
    node: graph.ids[node],
    hop,
    formula: explainedFormula(recipe, hop - 1),
    messages: messages.map(({ from, coefficient, value }) => ({
      from: ids[from],
      coefficient,
      value: [...value],
    })),
    aggregate: all.some(({ reduce }) => reduce === 'max')
      ? largest(messages, before.columns)
      : total(messages, before.columns),
    update: layer.row,
    output: [...rowOf(hops[hop], node)],
  };
}

interface Message {
  from: number;
  coefficient: number | number[];
  value: Float64Array;
}

function refuseTooLong(id: string, all: Messages[], { columns }: FeatureMatrix, node: number): void {
  const count = all.reduce((sum, { pattern }) => sum + entriesOf(pattern, node), 0);
  if (count * columns <= MOST_NUMBERS) return;
  const figures = `${count.toLocaleString('en')} messages of ${columns.toLocaleString('en')} numbers`;
  throw new Error(`Node "${id}" hears ${figures} here, too many to spell out. Look at a later hop or another node.`);
}

/** @param attention (its entries) coefficients a head, where the layer computes them. */
function messagesTo(
  { pattern, coefficient, reduce }: Messages,
  before: FeatureMatrix,
  node: number,
  attention: number[][] | null,
): Message[] {
  const count = entriesOf(pattern, node);
  return Array.from({ length: count }, (_, i) => {
    const entry = pattern.pointer[node] + i;
    const factor = (coefficient ? coefficient[entry] : 1) / (reduce === 'mean' ? count : 1);
    const from = pattern.index[entry];
    return { from, coefficient: attention ? oneOrMany(attention[i]) : factor, value: rowOf(before, from) };
  });
}

function oneOrMany(heads: number[]): number | number[] {
  return heads.length === 1 ? heads[0] : heads;
}

/** Σ coefficient · value, of every head in turn where there are several. */
function total(messages: Message[], columns: number): number[] {
  const heads = Math.max(
    1,
    ...messages.map(({ coefficient }) => (Array.isArray(coefficient) ? coefficient.length : 1)),
  );
  const sums = new Array<number>(heads * columns).fill(0);
  for (const { coefficient, value } of messages) {
    const factors = Array.isArray(coefficient) ? coefficient : [coefficient];
    factors.forEach((factor, h) => {
      for (let c = 0; c < columns; c++) sums[h * columns + c] += factor * value[c];
    });
  }
  return sums;
}

/** The largest value of each column; 0 where nobody speaks. */
function largest(messages: Message[], columns: number): number[] {
  return Array.from({ length: columns }, (_, c) =>
    messages.length === 0
      ? 0
      : messages.reduce((most, { value }) => Math.max(most, value[c]), Number.NEGATIVE_INFINITY),
  );
}

function entriesOf({ pointer }: Messages['pattern'], node: number): number {
  return pointer[node + 1] - pointer[node];
}

/** What the convolution of `layer` gives the node, and whom it attends to, by the code that made the trace. */
async function layerAt(
  graph: Graph,
  recipe: Recipe,
  { hops, parameters }: Pick<Embeddings, 'hops' | 'parameters'>,
  node: number,
  layer: number,
): Promise<{ row: number[]; attention: number[][] | null }> {
  const [x, initial] = [featuresOnDevice(hops[layer]), featuresOnDevice(hops[0])];
  const heard = messagesAt(graph, recipe, layer);
  const propagation = messagesOnDevice(heard);
  const module = `${convolutionAt(recipe, layer)}.`;
  const own = Object.entries(parameters).filter(([name]) => name.startsWith(module));
  const tensors = tensorsOnDevice(Object.fromEntries(own));
  const made: Tensor2D[] = [];
  try {
    const classes = factsOf(graph).classes;
    const stack = {
      recipe,
      shape: { classes },
      parameters: tensors.value,
      propagation: propagation.value,
      dropoutSeed: null,
      statistics: 'evaluation' as const,
    };
    const call = callOf(stack, layer, x.value, initial.value);
    const { forward, attention } = CONVOLUTIONS[recipe.conv];
    const rowsOf = (rows: Tensor2D, start: number, count: number) => slice(rows, [start, 0], [count, rows.shape[1]]);
    const row = tidy(() => rowsOf(forward(call), node, 1));
    made.push(row);
    const update = [...(await row.data())];
    const [to] = heard;
    const count = to ? entriesOf(to.pattern, node) : 0;
    if (!attention || count === 0) return { row: update, attention: null };
    const start = to.pattern.pointer[node];
    const heads: Tensor2D = tidy(() =>
      concat(
        attention(call).map((group) => rowsOf(group, start, count)),
        1,
      ),
    );
    made.push(heads);
    return { row: update, attention: (await heads.array()) as number[][] };
  } finally {
    for (const one of [x, initial, propagation, tensors, ...made]) one.dispose();
  }
}

function rowOf(matrix: FeatureMatrix, row: number): Float64Array {
  const values = new Float64Array(matrix.columns);
  readRow(matrix, row, values);
  return values;
}
