/**
 * The npz of the heterophilous graphs (Platonov et al. 2023, arXiv 2302.11640): `node_features` (N, F), `node_labels` (N), `edges`
 * (E, 2) and ten splits as masks `train_masks`, `val_masks`, `test_masks` (10, N), of which the first is taken.
 *
 * Unless `directed` is asked for, the graph is undirected and an edge given in both directions becomes one (`mergeOpposites`).
 */
import { grouped } from '../../graph/graph-error';
import { MAX_EDGES_COMPUTED, MAX_NODES } from '../../graph/limits';
import type { PlainEdgeTuple, PlainGraph } from '../../graph/plain';
import { FormatError, type ReadOptions } from '../format';
import { checkIndices, type NpzArrays } from './arrays';
import { denseFeatures } from './features';
import { readClasses } from './labels';
import { mergeOpposites } from './merge-opposites';

export function isHeterophilous(arrays: NpzArrays): boolean {
  return arrays.has('edges') && (arrays.has('node_features') || arrays.has('node_labels'));
}

export function readHeterophilous(arrays: NpzArrays, options: ReadOptions): PlainGraph {
  const { name } = arrays;
  const nodeCount = arrays.has('node_features')
    ? arrays.matrix('node_features').rows
    : arrays.list('node_labels').length;
  if (nodeCount > MAX_NODES)
    throw new FormatError(`${name} has ${grouped(nodeCount)} nodes and at most ${grouped(MAX_NODES)} are taken`);
  const directed = options.directed ?? false;
  const plain: PlainGraph = { directed, nodes: nodeCount, edges: edgesIn(arrays, nodeCount, directed) };
  if (arrays.has('node_features')) {
    const features = denseFeatures(arrays, 'node_features', nodeCount);
    if (features) plain.features = features;
  }
  if (arrays.has('node_labels')) Object.assign(plain, readClasses(arrays, 'node_labels', nodeCount, null));
  if (arrays.has('train_masks')) {
    plain.split = {
      train: firstMask(arrays, 'train_masks', nodeCount),
      validation: firstMask(arrays, 'val_masks', nodeCount),
      test: firstMask(arrays, 'test_masks', nodeCount),
    };
  }
  return plain;
}

function edgesIn(arrays: NpzArrays, nodeCount: number, directed: boolean): PlainEdgeTuple[] {
  const { rows, columns, data } = arrays.matrix('edges');
  if (columns !== 2 && rows * columns > 0) {
    throw new FormatError(`${arrays.name}: edges is ${rows} × ${columns}; it needs two columns, source and target`);
  }
  if (rows > 2 * MAX_EDGES_COMPUTED) {
    throw new FormatError(
      `${arrays.name} has ${grouped(rows)} edges and at most ${grouped(MAX_EDGES_COMPUTED)} are taken; load a part of it`,
    );
  }
  checkIndices(data, nodeCount, `${arrays.name}: edges`);
  const count = data.length / 2;
  const source = Array.from({ length: count }, (_, e) => data[2 * e] as number);
  const target = Array.from({ length: count }, (_, e) => data[2 * e + 1] as number);
  const kept = directed ? { source, target } : mergeOpposites({ source, target, weight: null }, nodeCount);
  return kept.source.map((i, e) => [i, kept.target[e] as number]);
}

function firstMask(arrays: NpzArrays, array: string, nodeCount: number): number[] {
  const { columns, data } = arrays.matrix(array);
  if (columns !== nodeCount) {
    throw new FormatError(
      `${arrays.name}: ${array} marks ${grouped(columns)} nodes of ${grouped(nodeCount)}; it needs one entry a node`,
    );
  }
  const nodes: number[] = [];
  for (let i = 0; i < columns; i++) if (data[i]) nodes.push(i);
  return nodes;
}
