import { adjacencyOf } from '../../graph/adjacency';
import type { DenseMatrix, FeatureMatrix, Graph, SparseMatrix } from '../../graph/graph';
import { selectRows } from '../../graph/matrix-rows';
import { seededRandom } from '../../graph/random';
import { DEFAULT_SEED } from '../../recipe/defaults';
import type { InputSpec } from '../../recipe/recipe';
import { normaliseInput } from './input-normalise';
import { spectralCoordinates } from './spectral';

/** H⁰ before any encoder, with what it is in words for the screen. */
export interface InputFeatures {
  matrix: FeatureMatrix;
  /** e.g. "random, 16 columns, seed 7". */
  description: string;
}

/**
 * The rows that go into the first layer, (N, F): given features, one-hot identity, degree, random, spectral or chosen
 * attribute columns, then normalised. Throws an `Error` that says what the graph lacks.
 *
 * @param width columns for `random` and `spectral` where the input does not say.
 */
export function inputFeatures(graph: Graph, spec: InputSpec, width: number): InputFeatures {
  const raw = rawFeatures(graph, spec, spec.width ?? width);
  if (spec.normalise === 'none') return raw;
  const how = spec.normalise === 'row' ? 'rows summing to 1' : 'columns standardised';
  return { matrix: normaliseInput(raw.matrix, spec.normalise), description: `${raw.description}, ${how}` };
}

function rawFeatures(graph: Graph, spec: InputSpec, width: number): InputFeatures {
  const seed = spec.seed ?? DEFAULT_SEED;
  switch (spec.kind) {
    case 'given': {
      const matrix = graph.features;
      if (!matrix || matrix.columns === 0) {
        throw new Error('This graph has no features to start from: take random, one-hot, degree or spectral input.');
      }
      return { matrix, description: `given, ${columnCount(matrix.columns)}` };
    }
    case 'onehot':
      return { matrix: oneHot(graph.nodeCount), description: `one-hot, ${columnCount(graph.nodeCount)}` };
    case 'degree':
      return { matrix: degrees(graph), description: 'degree, 1 column' };
    case 'random':
      return {
        matrix: randomFeatures(graph, width, seed),
        description: `random, ${columnCount(width)}, seed ${seed}`,
      };
    case 'spectral': {
      const { matrix, found, residual } = spectralCoordinates(graph, width, seed);
      const padding = found < width ? `, the last ${width - found} zero` : '';
      const inexact = residual > 1e-3 ? `, exact to ${residual.toPrecision(1)}` : '';
      return { matrix, description: `spectral, ${columnCount(width)}${padding}${inexact}` };
    }
    case 'columns':
      return attributeColumns(graph, spec.columns ?? []);
  }
}

function columnCount(count: number): string {
  return count === 1 ? '1 column' : `${count.toLocaleString('en')} columns`;
}

/** Row v is 1 in column v: N entries, kept sparse. */
function oneHot(nodeCount: number): SparseMatrix {
  return {
    kind: 'sparse',
    rows: nodeCount,
    columns: nodeCount,
    pointer: Int32Array.from({ length: nodeCount + 1 }, (_, v) => v),
    index: Int32Array.from({ length: nodeCount }, (_, v) => v),
    value: null,
  };
}

/** (N, 1) messages each node hears: its neighbours, or its incoming edges on a directed graph. */
function degrees(graph: Graph): DenseMatrix {
  const { pointer } = adjacencyOf(graph);
  const data = Float32Array.from({ length: graph.nodeCount }, (_, v) => pointer[v + 1] - pointer[v]);
  return { kind: 'dense', rows: graph.nodeCount, columns: 1, data };
}

/** Standard normal, row by row; where nodes were added or removed the others keep the rows they had. */
function randomFeatures({ nodeCount, origin }: Graph, columns: number, seed: number): DenseMatrix {
  const random = seededRandom(seed);
  const rows = origin?.next ?? nodeCount;
  const data = new Float32Array(rows * columns);
  for (let i = 0; i < data.length; i++) data[i] = random.normal();
  const drawn: DenseMatrix = { kind: 'dense', rows, columns, data };
  return origin ? selectRows(drawn, origin.number) : drawn;
}

/** Numeric attributes as columns; truth values are 0 and 1, a gap is filled with its column's mean. */
function attributeColumns(graph: Graph, names: string[]): InputFeatures {
  if (names.length === 0) throw new Error('Input from columns needs at least one attribute name.');
  const rows = graph.nodeCount;
  const columns = names.length;
  const data = new Float32Array(rows * columns);
  let gaps = 0;
  names.forEach((name, c) => {
    const column = graph.attributes[name];
    if (!column) throw new Error(`This graph's nodes have no attribute "${name}".`);
    const numbers = column.map((value, v) => numberIn(value, name, graph.ids[v]));
    const present = numbers.filter((value) => value !== null);
    const mean = present.reduce((sum, value) => sum + value, 0) / Math.max(1, present.length);
    gaps += rows - present.length;
    numbers.forEach((value, v) => {
      data[v * columns + c] = value ?? mean;
    });
  });
  const filled = gaps === 0 ? '' : `, ${gaps === 1 ? '1 gap' : `${gaps} gaps`} filled with the column's mean`;
  return { matrix: { kind: 'dense', rows, columns, data }, description: `columns ${names.join(', ')}${filled}` };
}

function numberIn(value: unknown, column: string, node: string): number | null {
  if (value === null) return null;
  const number = typeof value === 'boolean' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new Error(`Column "${column}" is not numeric: node "${node}" has "${String(value)}". Choose another column.`);
}
