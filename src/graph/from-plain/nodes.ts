import type { Column } from '../graph';
import { GraphError, grouped, quoted } from '../graph-error';
import { MAX_CLASSES, MAX_NODES } from '../limits';
import type { PlainGraph } from '../plain';
import { type Categories, categorise } from './categories';
import { collectColumns } from './columns';

export interface NodeTable {
  count: number;
  ids: string[];
  indexOf(id: string): number | undefined;
  classes: Categories | null;
  types: Categories | null;
  positions: Float32Array | null;
  attributes: Record<string, Column>;
}

/**
 * Nodes as a bare number are called "0", "1" … A node's `class` is its label unless labels are given for the whole graph,
 * in which case it is an attribute like any other; `x` and `y` are its place if every node has a finite one, else attributes.
 */
export function readNodes(plain: PlainGraph): NodeTable {
  const { nodes } = plain;
  if (typeof nodes === 'number') return bareNodes(checkCount(nodes));
  if (!Array.isArray(nodes)) throw new GraphError(`nodes is ${quoted(nodes)}; give a whole number or a list of nodes`);
  const count = checkCount(nodes.length);

  const ids = new Array<string>(count);
  const index = new Map<string, number>();
  const classes: unknown[] = new Array(count).fill(null);
  const types: unknown[] = new Array(count).fill(null);
  const columns = collectColumns(count, 'node');
  const classIsLabel = plain.labels === undefined || plain.labels === null;
  const placed = nodes.every((node) => hasPlace(node));
  const positions = placed ? new Float32Array(2 * count) : null;

  for (let i = 0; i < count; i++) {
    const node: unknown = nodes[i];
    if (typeof node !== 'object' || node === null || Array.isArray(node)) {
      throw new GraphError(`node ${i} is ${quoted(node)}; a node is an object with an id, such as { "id": "a" }`);
    }
    for (const [key, value] of Object.entries(node)) {
      if (key === 'id') ids[i] = checkId(value, i, index);
      else if (key === 'class' && classIsLabel) classes[i] = value;
      else if (key === 'type') types[i] = value;
      else if (positions && key === 'x') positions[2 * i] = Number(value);
      else if (positions && key === 'y') positions[2 * i + 1] = Number(value);
      else columns.set(i, key, value);
    }
    if (ids[i] === undefined) throw new GraphError(`node ${i} has no id; give every node an id of its own`);
  }

  const where = (i: number) => `node ${i} (${quoted(ids[i])})`;
  const found = (values: unknown[]) => values.some((value) => value !== null && value !== undefined && value !== '');
  return {
    count,
    ids,
    indexOf: (id) => index.get(id),
    classes: found(classes)
      ? categorise(classes, {
          what: 'class',
          where,
          names: plain.classes,
          counted: false,
          missing: null,
          most: MAX_CLASSES,
        })
      : null,
    types: found(types)
      ? categorise(types, {
          what: 'type',
          where,
          names: plain.nodeTypes,
          counted: false,
          missing: '(none)',
          most: MAX_CLASSES,
        })
      : null,
    positions,
    attributes: columns.columns(),
  };
}

function bareNodes(count: number): NodeTable {
  const ids = Array.from({ length: count }, (_, i) => String(i));
  const index = new Map(ids.map((id, i) => [id, i]));
  return { count, ids, indexOf: (id) => index.get(id), classes: null, types: null, positions: null, attributes: {} };
}

function checkCount(count: number): number {
  if (!Number.isInteger(count) || count < 0)
    throw new GraphError(`nodes is ${count}; a count is a whole number from 1`);
  if (count === 0) {
    throw new GraphError(
      'the graph has no nodes, so there is nothing to draw and nothing to compute; give it at least one',
    );
  }
  if (count > MAX_NODES) {
    throw new GraphError(
      `the graph has ${grouped(count)} nodes and at most ${grouped(MAX_NODES)} are taken; load a part of it, such as a sample or one component`,
    );
  }
  return count;
}

function checkId(id: unknown, i: number, index: Map<string, number>): string {
  if (typeof id !== 'string' || id === '') {
    throw new GraphError(
      `node ${i}: its id is ${quoted(id)}; an id is text that is not empty${typeof id === 'number' ? `, so write "${id}"` : ''}`,
    );
  }
  const earlier = index.get(id);
  if (earlier !== undefined) {
    throw new GraphError(
      `node ${i}: the id ${quoted(id)} is taken by node ${earlier}; give every node an id of its own`,
    );
  }
  index.set(id, i);
  return id;
}

function hasPlace(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const { x, y } = node as { x?: unknown; y?: unknown };
  return isPlace(x) && isPlace(y);
}

function isPlace(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(Math.fround(value));
}
