import type { Column } from '../graph';
import { GraphError, grouped, quoted } from '../graph-error';
import { MAX_EDGES_COMPUTED, MAX_RELATIONS } from '../limits';
import type { PlainGraph } from '../plain';
import { type Categories, categorise } from './categories';
import { collectColumns } from './columns';
import type { NodeTable } from './nodes';

export interface EdgeTable {
  count: number;
  source: Int32Array;
  target: Int32Array;
  weight: Float32Array | null;
  relations: Categories | null;
  attributes: Record<string, Column>;
}

/** Weights are kept only if one of them differs from 1 (as a 32-bit number): all-ones weights say nothing. */
export function readEdges(plain: PlainGraph, nodes: NodeTable): EdgeTable {
  const { edges } = plain;
  if (!Array.isArray(edges)) throw new GraphError(`edges is ${quoted(edges)}; give a list of edges, [] for none`);
  const count = edges.length;
  if (count > MAX_EDGES_COMPUTED) {
    throw new GraphError(
      `the graph has ${grouped(count)} edges and at most ${grouped(MAX_EDGES_COMPUTED)} are taken; load a part of it, such as a sample or one component`,
    );
  }
  const source = new Int32Array(count);
  const target = new Int32Array(count);
  const weight = new Float32Array(count).fill(1);
  const relation: unknown[] = new Array(count).fill(null);
  const columns = collectColumns(count, 'edge');
  let weighted = false;
  let related = false;

  for (let e = 0; e < count; e++) {
    const edge: unknown = edges[e];
    const parts = Array.isArray(edge) ? edge : endsOf(edge, e);
    if (parts.length < 2 || parts.length > 4) {
      throw new GraphError(`edge ${e} has ${parts.length} entries; write [source, target, weight?, relation?]`);
    }
    source[e] = endpoint(parts[0], e, 'source', nodes);
    target[e] = endpoint(parts[1], e, 'target', nodes);
    weight[e] = weightOf(parts[2], e);
    relation[e] = parts[3];
    if (weight[e] !== 1) weighted = true;
    if (parts[3] !== null && parts[3] !== undefined && parts[3] !== '') related = true;
    if (edge === parts) continue;
    for (const [key, value] of Object.entries(edge as object)) {
      if (key !== 'source' && key !== 'target' && key !== 'weight' && key !== 'relation') columns.set(e, key, value);
    }
  }

  const relations = related
    ? categorise(relation, {
        what: 'relation',
        where: (e) => `edge ${e}`,
        names: plain.relations,
        counted: true,
        missing: '(none)',
        most: MAX_RELATIONS,
      })
    : null;
  return { count, source, target, weight: weighted ? weight : null, relations, attributes: columns.columns() };
}

function endsOf(edge: unknown, e: number): unknown[] {
  if (typeof edge !== 'object' || edge === null) {
    throw new GraphError(
      `edge ${e} is ${quoted(edge)}; an edge is [source, target, weight?, relation?] or an object with source and target`,
    );
  }
  const { source, target, weight, relation } = edge as Record<string, unknown>;
  return [source, target, weight, relation];
}

function endpoint(value: unknown, e: number, end: 'source' | 'target', nodes: NodeTable): number {
  if (typeof value === 'number' && Number.isInteger(value)) {
    if (value >= 0 && value < nodes.count) return value;
    throw new GraphError(
      `edge ${e}: node index ${value} is out of range 0…${nodes.count - 1}; numbers count the nodes from 0, text names one by its id`,
    );
  }
  if (typeof value === 'string') {
    const index = nodes.indexOf(value);
    if (index !== undefined) return index;
    throw new GraphError(
      `edge ${e}: there is no node ${quoted(value)}; add it to the nodes or correct the edge's ${end}`,
    );
  }
  throw new GraphError(`edge ${e}: its ${end} is ${quoted(value)}; it must be a node's index or its id`);
}

function weightOf(value: unknown, e: number): number {
  if (value === undefined || value === null) return 1;
  if (typeof value === 'number' && Number.isFinite(Math.fround(value))) return value;
  throw new GraphError(
    `edge ${e}: its weight is ${quoted(value)}; a weight is a finite number (32 bits), or left out for 1`,
  );
}
