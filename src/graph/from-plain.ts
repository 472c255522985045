import { readEdges } from './from-plain/edges';
import { readFeatures, readRows } from './from-plain/features';
import { checkKinds, checkNames } from './from-plain/lists';
import { readGraphIds, readLabels, readSplit } from './from-plain/node-lists';
import { readNodes } from './from-plain/nodes';
import type { DenseMatrix, Graph } from './graph';
import { GraphError, quoted } from './graph-error';
import { MAX_CLASSES, MAX_RELATIONS } from './limits';
import type { PlainGraph } from './plain';

/**
 * Checks a plain graph, which may come from anywhere, and lays it out as typed arrays. Nothing is repaired silently: a
 * `GraphError` says what is wrong, where, and what to do. Sizes are checked before anything of that size is allocated.
 *
 * - Integers are node indices, texts are ids.
 * - Labels are the top-level `labels`, else each node's `class`: numbers ascending, names in natural order.
 * - Relations that are numbers are indices (largest + 1 relations); names are put in natural order, and edges without one
 *   among named ones belong to "(none)". Node types likewise.
 * - Edge weights are kept only if one differs from 1.
 * - What else nodes and edges carry becomes a column; objects in it become JSON text.
 */
export function graphFromPlain(plain: PlainGraph): Graph {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) {
    throw new GraphError(`the graph is ${quoted(plain)}; give an object with nodes and edges`);
  }
  const { name = 'Graph', directed = false } = plain;
  if (typeof name !== 'string') throw new GraphError(`name is ${quoted(name)}; it must be text`);
  if (typeof directed !== 'boolean') throw new GraphError(`directed is ${quoted(directed)}; it must be true or false`);
  checkKinds(plain.classes, 'classes', MAX_CLASSES);
  checkKinds(plain.relations, 'relations', MAX_RELATIONS);
  checkKinds(plain.nodeTypes, 'nodeTypes', MAX_CLASSES);

  const nodes = readNodes(plain);
  const edges = readEdges(plain, nodes);
  const labels = readLabels(plain, nodes.count) ?? nodes.classes;
  const features = readFeatures(plain.features, nodes.count);

  return {
    name,
    directed,
    nodeCount: nodes.count,
    edgeCount: edges.count,
    ids: nodes.ids,
    source: edges.source,
    target: edges.target,
    weight: edges.weight,
    relation: edges.relations?.index ?? null,
    relations: edges.relations?.names ?? [],
    nodeType: nodes.types?.index ?? null,
    nodeTypes: nodes.types?.names ?? [],
    features,
    featureNames: readFeatureNames(plain.featureNames, features?.columns ?? 0),
    edgeFeatures: readEdgeFeatures(plain.edgeFeatures, edges.count),
    labels: labels?.index ?? null,
    classes: labels?.names ?? [],
    split: readSplit(plain.split, nodes.count),
    ...readGraphIds(plain.graphIds, nodes.count, edges),
    positions: nodes.positions,
    attributes: nodes.attributes,
    edgeAttributes: edges.attributes,
  };
}

function readEdgeFeatures(rows: PlainGraph['edgeFeatures'], edgeCount: number): DenseMatrix | null {
  if (rows === undefined || rows === null || (edgeCount === 0 && rows.length === 0)) return null;
  return readRows(rows, edgeCount, 'edgeFeatures', 'edge');
}

function readFeatureNames(names: unknown, columns: number): string[] | null {
  if (names === undefined || names === null) return null;
  checkNames(names, 'featureNames');
  if (names.length === columns) return [...names];
  throw new GraphError(
    `featureNames has ${names.length} names for ${columns} feature columns; give one a column, or none`,
  );
}
