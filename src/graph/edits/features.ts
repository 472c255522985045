import type { DenseMatrix, FeatureMatrix, Graph, SparseMatrix } from '../graph';
import { GraphError } from '../graph-error';

/** One given feature of one node set to a value. */
export function setFeature(graph: Graph, node: number, column: number, value: number): Graph {
  const { features } = graph;
  if (!features || features.columns === 0) {
    throw new GraphError('nodes of this graph have no given features; there is none to change');
  }
  if (!(Number.isInteger(column) && column >= 0 && column < features.columns)) {
    throw new GraphError(`there is no feature column ${column}; they are numbered 0…${features.columns - 1}`);
  }
  return {
    ...graph,
    features:
      features.kind === 'dense' ? inDense(features, node, column, value) : inSparse(features, node, column, value),
  };
}

/** What the features of a node have in a column; entries that a sparse row names twice add. */
export function featureAt(features: FeatureMatrix, node: number, column: number): number {
  if (features.kind === 'dense') return features.data[node * features.columns + column];
  let sum = 0;
  for (let p = features.pointer[node]; p < features.pointer[node + 1]; p++) {
    if (features.index[p] === column) sum += features.value?.[p] ?? 1;
  }
  return sum;
}

function inDense(features: DenseMatrix, node: number, column: number, value: number): DenseMatrix {
  const data = features.data.slice();
  data[node * features.columns + column] = value;
  return { ...features, data };
}

/** The row without its entries in that column, then with one of that value where it is not 0, in the order of the columns. */
function inSparse(features: SparseMatrix, node: number, column: number, value: number): SparseMatrix {
  const { rows, columns, pointer, index } = features;
  const [start, end] = [pointer[node], pointer[node + 1]];
  const entries: [column: number, value: number][] = [];
  for (let p = start; p < end; p++) if (index[p] !== column) entries.push([index[p], features.value?.[p] ?? 1]);
  if (value !== 0) {
    const place = entries.findIndex(([other]) => other > column);
    entries.splice(place < 0 ? entries.length : place, 0, [column, value]);
  }
  const longer = entries.length - (end - start);
  const nextIndex = new Int32Array(index.length + longer);
  nextIndex.set(index.subarray(0, start));
  nextIndex.set(
    entries.map(([other]) => other),
    start,
  );
  nextIndex.set(index.subarray(end), start + entries.length);
  const values = new Float32Array(nextIndex.length).fill(1);
  if (features.value) {
    values.set(features.value.subarray(0, start));
    values.set(features.value.subarray(end), start + entries.length);
  }
  values.set(
    entries.map(([, each]) => each),
    start,
  );
  return {
    ...{ kind: 'sparse', rows, columns },
    pointer: pointer.map((place, row) => (row > node ? place + longer : place)),
    index: nextIndex,
    value: values.some((each) => each !== 1) ? values : null,
  };
}
