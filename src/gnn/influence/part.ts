import type { FeatureMatrix } from '../../graph/graph';
import type { Messages } from '../layers/convolution';

/**
 * Parts of a graph, several copies of each side by side: in one backward pass every copy can carry a derivative of its own,
 * and a derivative that is zero beyond a node's field needs no more of the graph than that field.
 */

/**
 * The messages among `nodes` alone, renumbered by their place there, `copies` times one after the other. Rows that hear from
 * outside lose those messages, so only derivatives by rows that do not may be other than zero.
 *
 * @param nodes ascending.
 */
export function partOfMessages(messages: Messages, nodes: Int32Array, copies: number): Messages {
  const { pattern, coefficient, edges } = messages;
  const kept = entriesAmong(pattern, nodes);
  const [size, entries] = [nodes.length, kept.entry.length];
  const pointer = new Int32Array(copies * size + 1);
  const index = new Int32Array(copies * entries);
  for (let copy = 0; copy < copies; copy++) {
    for (let row = 0; row < size; row++) pointer[copy * size + row] = copy * entries + kept.pointer[row];
    for (let p = 0; p < entries; p++) index[copy * entries + p] = copy * size + kept.index[p];
  }
  pointer[copies * size] = copies * entries;
  return {
    pattern: { rows: copies * size, columns: copies * size, pointer, index },
    coefficient: coefficient && chosenRows(coefficient, 1, kept.entry, copies),
    reduce: messages.reduce,
    edges: edges && {
      columns: edges.columns,
      data: chosenRows(edges.data, edges.columns, kept.entry, copies),
    },
  };
}

/** Those entries of a matrix whose row and column are both among `nodes`, by their places there. */
function entriesAmong({ pointer, index, rows }: Messages['pattern'], nodes: Int32Array) {
  const place = new Int32Array(rows).fill(-1);
  nodes.forEach((node, i) => {
    place[node] = i;
  });
  const entry: number[] = [];
  const among = new Int32Array(nodes.length + 1);
  nodes.forEach((node, i) => {
    for (let p = pointer[node]; p < pointer[node + 1]; p++) if (place[index[p]] >= 0) entry.push(p);
    among[i + 1] = entry.length;
  });
  return { pointer: among, index: entry.map((p) => place[index[p]]), entry };
}

function chosenRows(data: Float32Array, columns: number, rows: ArrayLike<number>, copies: number): Float32Array {
  const one = rows.length * columns;
  const chosen = new Float32Array(copies * one);
  for (let i = 0; i < rows.length; i++) {
    chosen.set(data.subarray(rows[i] * columns, (rows[i] + 1) * columns), i * columns);
  }
  for (let copy = 1; copy < copies; copy++) chosen.copyWithin(copy * one, 0, one);
  return chosen;
}

/** The rows of `nodes`, `copies` times: (copies · nodes, C), sparse where `matrix` is. */
export function partOfRows(matrix: FeatureMatrix, nodes: Int32Array, copies: number): FeatureMatrix {
  const { columns } = matrix;
  const rows = copies * nodes.length;
  if (matrix.kind === 'dense') {
    return { kind: 'dense', rows, columns, data: chosenRows(matrix.data, columns, nodes, copies) };
  }
  const entries: number[] = [];
  const lengths = Array.from(nodes, (node) => {
    for (let p = matrix.pointer[node]; p < matrix.pointer[node + 1]; p++) entries.push(p);
    return matrix.pointer[node + 1] - matrix.pointer[node];
  });
  const pointer = new Int32Array(rows + 1);
  for (let row = 0; row < rows; row++) pointer[row + 1] = pointer[row] + lengths[row % nodes.length];
  const index = new Int32Array(copies * entries.length);
  for (let i = 0; i < index.length; i++) index[i] = matrix.index[entries[i % entries.length]];
  const value = matrix.value && chosenRows(matrix.value, 1, entries, copies);
  return { kind: 'sparse', rows, columns, pointer, index, value };
}
