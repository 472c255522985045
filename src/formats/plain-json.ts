/**
 * Our own JSON: a `PlainGraph` as it is (`graph/plain.ts`), the form that `hopscope.load` takes too. Integers at the ends of an edge
 * are node indices, texts are ids. What stands in it is checked where it is laid out (`graphFromPlain`).
 */
import { grouped, quoted } from '../graph/graph-error';
import { MAX_EDGES_COMPUTED, MAX_NODES } from '../graph/limits';
import type { PlainGraph } from '../graph/plain';
import { chooseColumns } from './columns';
import { type Format, FormatError, type ReadOptions } from './format';
import { isObject, type JsonObject, parseJson, tryJson } from './json/parse';

export const plainJson: Format = {
  name: 'Hopscope JSON',
  extensions: ['.json'],
  sniff: (bytes, name) => isPlain(tryJson(bytes, name)),
  read: readPlain,
};

/** Fields that no other JSON form has. */
const OWN = [
  'features',
  'featureNames',
  'edgeFeatures',
  'labels',
  'classes',
  'split',
  'relations',
  'nodeTypes',
  'graphIds',
];

/** Objects with source and target alone are node-link JSON, which reads the same. */
function isPlain(value: unknown): value is JsonObject {
  if (!isObject(value) || !('nodes' in value) || !Array.isArray(value.edges)) return false;
  return typeof value.nodes === 'number' || Array.isArray(value.edges[0]) || OWN.some((field) => field in value);
}

function readPlain(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph {
  const file = parseJson(bytes, name);
  if (!isObject(file)) throw new FormatError(`${name} is ${quoted(file)}; it must be an object with nodes and edges`);
  const { nodes, edges } = file;
  if (typeof nodes !== 'number' && !Array.isArray(nodes)) {
    throw new FormatError(`${name}: "nodes" is ${quoted(nodes)}; it must be a number or a list`);
  }
  if (!Array.isArray(edges)) throw new FormatError(`${name}: "edges" is ${quoted(edges)}; it must be a list`);
  checkSize(typeof nodes === 'number' ? nodes : nodes.length, MAX_NODES, 'nodes', name);
  checkSize(edges.length, MAX_EDGES_COMPUTED, 'edges', name);
  if (Array.isArray(nodes)) {
    const odd = nodes.findIndex((node) => !isObject(node));
    if (odd >= 0)
      throw new FormatError(`${name}: nodes[${odd}] is ${quoted(nodes[odd])}; it must be an object with an id`);
  }
  const plain = file as unknown as PlainGraph;
  return chooseColumns(
    options.directed === undefined ? plain : { ...plain, directed: options.directed },
    name,
    options,
  );
}

function checkSize(size: number, most: number, what: string, name: string): void {
  if (size <= most) return;
  throw new FormatError(
    `${name} has ${grouped(size)} ${what} and at most ${grouped(most)} are taken; load a part of it`,
  );
}

/** The graph as JSON text that `plainJson` reads back. Typed arrays become lists. */
export function writePlainJson(plain: PlainGraph): string {
  return JSON.stringify(plain, (_key, value: unknown) =>
    ArrayBuffer.isView(value) && !(value instanceof DataView)
      ? Array.from(value as unknown as ArrayLike<number>)
      : value,
  );
}
