import { quoted } from '../graph/graph-error';
import type { PlainGraph, PlainNode } from '../graph/plain';
import { FormatError, type ReadOptions } from './format';

/** Reads the asked-for node attributes as class and as features. A feature column must hold a number for every node. */
export function chooseColumns(plain: PlainGraph, name: string, options: ReadOptions): PlainGraph {
  const { labelColumn, featureColumns } = options;
  if (typeof plain.nodes === 'number') return plain;
  if (labelColumn !== undefined) {
    requireColumn(plain.nodes, labelColumn, name);
    for (const node of plain.nodes) node.class = classOf(node[labelColumn]);
  }
  if (!featureColumns || featureColumns.length === 0) return plain;
  for (const column of featureColumns) requireColumn(plain.nodes, column, name);
  const features = plain.nodes.map((node) => featureColumns.map((column) => featureOf(node, column, name)));
  return { ...plain, features, featureNames: featureColumns };
}

function requireColumn(nodes: PlainNode[], column: string, name: string): void {
  if (nodes.some((node) => Object.hasOwn(node, column))) return;
  const there = [...new Set(nodes.slice(0, 1000).flatMap(Object.keys))].map((key) => quoted(key));
  throw new FormatError(`${name}: no node has a column ${quoted(column)}; there are ${there.join(', ')}`);
}

function classOf(value: unknown): string | number | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'number' ? value : String(value);
}

function featureOf(node: PlainNode, column: string, name: string): number {
  const value = Object.hasOwn(node, column) ? node[column] : undefined;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'boolean') return Number(value);
  const found = value === undefined ? 'has no value' : `is ${quoted(value)}`;
  throw new FormatError(
    `${name}: node ${quoted(node.id)}: feature column ${quoted(column)} ${found}; every node needs a number there`,
  );
}
