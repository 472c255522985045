/**
 * The GNN benchmark's npz (Shchur et al. 2018, arXiv 1811.05868): scipy CSR matrices taken apart into `_data`, `_indices`, `_indptr`
 * and `_shape`, `adj` (N × N, row i holds the edges i → j) and optionally `attr` (N × F, or dense as `attr_matrix`), with optional
 * `labels`, `class_names`, `node_names` and `attr_names`.
 *
 * Unless `directed` is asked for, the graph is undirected and an edge given in both directions becomes one (`mergeOpposites`).
 */
import { grouped } from '../../graph/graph-error';
import { MAX_EDGES_COMPUTED, MAX_NODES } from '../../graph/limits';
import type { PlainDense, PlainEdgeTuple, PlainGraph, PlainSparse } from '../../graph/plain';
import { FormatError, type ReadOptions } from '../format';
import { MAX_FEATURE_COLUMNS } from '../limits';
import { checkFinite, type NpzArrays } from './arrays';
import { allOnes, denseFeatures } from './features';
import { readClasses } from './labels';
import { mergeOpposites } from './merge-opposites';

export function isCsr(arrays: NpzArrays): boolean {
  return arrays.has('adj_indptr') && arrays.has('adj_indices');
}

export function readCsr(arrays: NpzArrays, options: ReadOptions): PlainGraph {
  const adjacency = matrixIn(arrays, 'adj', MAX_NODES, MAX_NODES);
  const nodeCount = adjacency.rows;
  if (adjacency.columns !== nodeCount) {
    throw new FormatError(
      `${arrays.name}: adj_shape is ${nodeCount} × ${adjacency.columns}; an adjacency matrix is square`,
    );
  }
  if (adjacency.indices.length > 2 * MAX_EDGES_COMPUTED) {
    throw new FormatError(
      `${arrays.name} has ${grouped(adjacency.indices.length)} edges and at most ${grouped(MAX_EDGES_COMPUTED)} are taken; load a part of it`,
    );
  }
  const given = { source: rowOfEach(adjacency), target: adjacency.indices, weight: adjacency.data };
  const directed = options.directed ?? false;
  const { source, target, weight } = directed ? given : mergeOpposites(given, nodeCount);
  const edges = Array.from(source, (i, e): PlainEdgeTuple => {
    const j = target[e] as number;
    return weight ? [i, j, weight[e] as number] : [i, j];
  });
  const names = arrays.texts('node_names');
  const named = names?.length === nodeCount ? names : null;
  const distinct = named !== null && new Set(named).size === nodeCount && !named.includes('');
  const plain: PlainGraph = {
    directed,
    nodes: named ? named.map((name, i) => (distinct ? { id: name } : { id: String(i), label: name })) : nodeCount,
    edges,
  };
  const features = featuresIn(arrays, nodeCount);
  if (features) {
    plain.features = features;
    const featureNames = arrays.texts('attr_names');
    if (featureNames?.length === features.columns) plain.featureNames = featureNames;
  }
  if (arrays.has('labels')) Object.assign(plain, readClasses(arrays, 'labels', nodeCount, arrays.texts('class_names')));
  return plain;
}

function featuresIn(arrays: NpzArrays, nodeCount: number): PlainDense | PlainSparse | null {
  if (!arrays.has('attr_indptr'))
    return arrays.has('attr_matrix') ? denseFeatures(arrays, 'attr_matrix', nodeCount) : null;
  const attributes = matrixIn(arrays, 'attr', MAX_NODES, MAX_FEATURE_COLUMNS);
  if (attributes.rows === nodeCount) return attributes.columns === 0 ? null : sparseRows(attributes);
  throw new FormatError(
    `${arrays.name}: attr_shape has ${grouped(attributes.rows)} rows for ${grouped(nodeCount)} nodes; it needs one a node`,
  );
}

interface Csr {
  rows: number;
  columns: number;
  /** (rows + 1) ascending. */
  pointer: ArrayLike<number>;
  indices: ArrayLike<number>;
  /** Null where every entry is 1. */
  data: ArrayLike<number> | null;
}

/** A CSR matrix under that prefix, every part checked against the others. */
function matrixIn(arrays: NpzArrays, prefix: string, mostRows: number, mostColumns: number): Csr {
  const { name } = arrays;
  const [rows = 0, columns = 0] = Array.from(arrays.list(`${prefix}_shape`, 2));
  checkDimension(rows, mostRows, `${name}: ${prefix}_shape`, 'rows');
  checkDimension(columns, mostColumns, `${name}: ${prefix}_shape`, 'columns');
  const pointer = arrays.list(`${prefix}_indptr`, rows + 1);
  const indices = arrays.indices(`${prefix}_indices`, columns);
  for (let r = 0; r <= rows; r++) {
    const [before, here] = [r === 0 ? 0 : (pointer[r - 1] as number), pointer[r] as number];
    if (Number.isInteger(here) && here >= before && here <= indices.length && (r > 0 || here === 0)) continue;
    throw new FormatError(
      `${name}: ${prefix}_indptr[${r}] is ${here}; it must start at 0, never fall and stay within the ${grouped(indices.length)} entries`,
    );
  }
  if (pointer[rows] !== indices.length) {
    throw new FormatError(
      `${name}: ${prefix}_indptr ends at ${pointer[rows]}, but there are ${grouped(indices.length)} entries in ${prefix}_indices`,
    );
  }
  if (!arrays.has(`${prefix}_data`)) return { rows, columns, pointer, indices, data: null };
  const data = arrays.list(`${prefix}_data`, indices.length);
  checkFinite(data, `${name}: ${prefix}_data`);
  return {
    rows,
    columns,
    pointer,
    indices,
    data: Array.prototype.every.call(data, (value) => value === 1) ? null : data,
  };
}

function checkDimension(size: number, most: number, where: string, what: string): void {
  if (Number.isInteger(size) && size >= 0 && size <= most) return;
  throw new FormatError(
    `${where} says ${grouped(size)} ${what} and at most ${grouped(most)} are taken; load a part of the graph`,
  );
}

function rowOfEach({ rows, pointer, indices }: Csr): Int32Array {
  const row = new Int32Array(indices.length);
  for (let r = 0; r < rows; r++) row.fill(r, pointer[r], pointer[r + 1]);
  return row;
}

function sparseRows({ rows, columns, pointer, indices, data }: Csr): PlainSparse {
  const rowsOf = (list: ArrayLike<number>) =>
    Array.from({ length: rows }, (_, r) => Array.prototype.slice.call(list, pointer[r], pointer[r + 1]) as number[]);
  const values = data ? rowsOf(data) : null;
  return values && !allOnes(values)
    ? { columns, indices: rowsOf(indices), values }
    : { columns, indices: rowsOf(indices) };
}
