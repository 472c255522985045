import type { Split } from '../graph';
import { GraphError, quoted } from '../graph-error';
import { MAX_CLASSES } from '../limits';
import type { PlainGraph } from '../plain';
import { type Categories, categorise } from './categories';
import { checkOneEach, isIndex, isList } from './lists';

/** Class numbers for the whole graph, null where unlabelled: 0…largest, named by `classes` where given. All null is no labels. */
export function readLabels(plain: PlainGraph, nodeCount: number): Categories | null {
  const { labels, classes } = plain;
  if (labels === undefined || labels === null) return null;
  checkOneEach(labels, nodeCount, 'labels');
  for (let i = 0; i < nodeCount; i++) {
    const label: unknown = labels[i];
    if (label === null || (typeof label === 'number' && Number.isInteger(label) && label >= 0)) continue;
    throw new GraphError(
      `labels, node ${i}: ${quoted(label)} is no class; give a whole number from 0, or null where there is none (names go in each node's class)`,
    );
  }
  const categories = categorise(labels, {
    what: 'class',
    where: (i) => `labels, node ${i}`,
    names: classes,
    counted: true,
    missing: null,
    most: MAX_CLASSES,
  });
  return categories.names.length === 0 ? null : categories;
}

/** Three disjoint lists of node indices. */
export function readSplit(split: PlainGraph['split'], nodeCount: number): Split | null {
  if (split === undefined || split === null) return null;
  const taken = new Map<number, string>();
  const part = (name: 'train' | 'validation' | 'test'): Int32Array => {
    const nodes = split[name];
    if (!isList(nodes)) throw new GraphError(`split.${name} is ${quoted(nodes)}; give a list of node indices`);
    for (const node of Array.from(nodes)) {
      if (!isIndex(node, nodeCount)) {
        throw new GraphError(`split.${name}: ${quoted(node)} is not a node index from 0 to ${nodeCount - 1}`);
      }
      const earlier = taken.get(node);
      if (earlier) {
        throw new GraphError(
          `split.${name}: node ${node} is already in split.${earlier}; each node belongs to one part at most`,
        );
      }
      taken.set(node, name);
    }
    return Int32Array.from(nodes);
  };
  return { train: part('train'), validation: part('validation'), test: part('test') };
}

/** Which graph of a disjoint union each node belongs to; no edge may join two of them. */
export function readGraphIds(
  graphIds: PlainGraph['graphIds'],
  nodeCount: number,
  edges: { count: number; source: Int32Array; target: Int32Array },
): { graphId: Int32Array | null; graphCount: number } {
  if (graphIds === undefined || graphIds === null) return { graphId: null, graphCount: 1 };
  checkOneEach(graphIds, nodeCount, 'graphIds');
  const graphId = new Int32Array(nodeCount);
  for (let i = 0; i < nodeCount; i++) {
    if (!isIndex(graphIds[i], nodeCount)) {
      throw new GraphError(`graphIds, node ${i}: ${quoted(graphIds[i])} is no graph; count the graphs from 0`);
    }
    graphId[i] = graphIds[i];
  }
  const used = new Set(graphId);
  for (let g = 0; g < used.size; g++) {
    if (!used.has(g))
      throw new GraphError(`graphIds: no node belongs to graph ${g}; count the graphs from 0 without gaps`);
  }
  for (let e = 0; e < edges.count; e++) {
    const a = graphId[edges.source[e]];
    const b = graphId[edges.target[e]];
    if (a !== b) throw new GraphError(`edge ${e} joins graph ${a} and graph ${b}; an edge stays inside one graph`);
  }
  return { graphId, graphCount: used.size };
}
