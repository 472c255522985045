import type { FeatureMatrix, Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import { CONVOLUTIONS } from '../layers/registry';
import { readRow } from '../linear-algebra/matrix-rows';
import { explainedFormula } from './formula';
import { type Parameter, partOf } from './parameters';
import type { Embeddings } from './run';

/** One node at one hop as arithmetic; see `Explanation` in the engine's protocol, which this is by shape. */
export interface NodeArithmetic {
  node: string;
  hop: number;
  formula: string;
  messages: { from: string; coefficient: number; value: number[] }[];
  aggregate: number[];
  update: number[];
  output: number[];
}

/** Most numbers one explanation spells out. */
const MOST_NUMBERS = 4 * 2 ** 20;

/**
 * The arithmetic of `node` from hop k−1 to hop k, from the trace and the parameters alone, in float64: messages, their sum,
 * the convolution's output. `output` is the trace's own row. Every entry of the graph is one message, duplicates too.
 * Throws when the node or the hop is not there.
 */
export function explainNode(
  graph: Graph,
  recipe: Recipe,
  { hops, parameters }: Pick<Embeddings, 'hops' | 'parameters'>,
  node: number,
  hop: number,
): NodeArithmetic {
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
  const update = convolutionOutput(partOf(parameters, `convs.${hop - 1}`), aggregate, rowOf(before, node));
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
    update: [...update],
    output: [...rowOf(hops[hop], node)],
  };
}

function messagesTo(graph: Graph, recipe: Recipe, before: FeatureMatrix, node: number) {
  const [messages] = CONVOLUTIONS[recipe.conv].messages(graph, recipe.options);
  if (!messages) return [{ from: node, coefficient: 1, value: rowOf(before, node) }];
  const { pattern, coefficient, reduce } = messages;
  const start = pattern.pointer[node];
  const count = pattern.pointer[node + 1] - start;
  if (count * before.columns > MOST_NUMBERS) {
    const figures = `${count.toLocaleString('en')} messages of ${before.columns.toLocaleString('en')} numbers`;
    throw new Error(
      `Node "${graph.ids[node]}" hears ${figures} here, too many to spell out. Look at a later hop or another node.`,
    );
  }
  return Array.from({ length: count }, (_, i) => {
    const from = pattern.index[start + i];
    const factor = coefficient ? coefficient[start + i] : 1;
    return { from, coefficient: reduce === 'mean' ? factor / count : factor, value: rowOf(before, from) };
  });
}

/** W aggregate + b, with GraphSAGE's root added; the aggregate itself without parameters. */
function convolutionOutput(
  own: Record<string, Parameter | undefined>,
  aggregate: Float64Array,
  self: Float64Array,
): Float64Array {
  const weight = own['lin.weight'] ?? own['lin_l.weight'] ?? own.weight;
  if (!weight) return aggregate;
  const update = matVec(weight, aggregate);
  const bias = own.bias ?? own['lin_l.bias'];
  const root = own['lin_r.weight'] && matVec(own['lin_r.weight'], self);
  return update.map((value, c) => value + (bias?.data[c] ?? 0) + (root?.[c] ?? 0));
}

function matVec({ shape: [rows, columns], data }: Parameter, x: Float64Array): Float64Array {
  const y = new Float64Array(rows);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) y[r] += data[r * columns + c] * x[c];
  return y;
}

function rowOf(matrix: FeatureMatrix, row: number): Float64Array {
  const values = new Float64Array(matrix.columns);
  readRow(matrix, row, values);
  return values;
}
