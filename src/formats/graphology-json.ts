/**
 * What graphology's `graph.export()` gives: nodes as `{ key, attributes }`, edges as `{ source, target, attributes, undirected }`,
 * and `options.type`. An edge is directed unless it says otherwise, or the graph is undirected.
 */
import type { PlainEdgeObject, PlainGraph, PlainNode } from '../graph/plain';
import { chooseColumns } from './columns';
import { oneDirection } from './direction';
import { type Format, FormatError, type ReadOptions } from './format';
import { addId, existingId, objectsIn, takeEdgeAttributes, takeNodeAttributes, textId } from './json/entries';
import { isObject, type JsonObject, parseJson, tryJson } from './json/parse';

export const graphologyJson: Format = {
  name: 'graphology JSON',
  extensions: ['.json'],
  sniff: (bytes, name) => isGraphology(tryJson(bytes, name)),
  read: readGraphology,
};

function isGraphology(value: unknown): value is JsonObject {
  if (!isObject(value) || !Array.isArray(value.nodes)) return false;
  const first: unknown = value.nodes[0];
  return first === undefined ? isObject(value.options) : isObject(first) && 'key' in first && !('id' in first);
}

function readGraphology(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph {
  const file = parseJson(bytes, name);
  if (!isGraphology(file))
    throw new FormatError(`${name} is not graphology's JSON: it needs "nodes" with a "key" each`);
  const type = isObject(file.options) ? file.options.type : undefined;
  const ids = new Set<string>();
  const nodes = objectsIn(file.nodes, 'nodes', name).map((entry, i): PlainNode => {
    const where = () => `${name}: nodes[${i}]: `;
    const node: PlainNode = { id: textId(entry.key, where) };
    addId(ids, node.id, where);
    if (isObject(entry.attributes)) takeNodeAttributes(node, entry.attributes, [], where);
    return node;
  });
  const edges = objectsIn(file.edges ?? [], 'edges', name).map((entry, i) => {
    const where = () => `${name}: edges[${i}]: `;
    const edge: PlainEdgeObject = {
      source: existingId(ids, entry.source, 'source', where),
      target: existingId(ids, entry.target, 'target', where),
    };
    if (isObject(entry.attributes)) takeEdgeAttributes(edge, entry.attributes, [], where);
    return { edge, directed: type !== 'undirected' && entry.undirected !== true };
  });
  return chooseColumns({ nodes, ...oneDirection(edges, type === 'directed', options.directed) }, name, options);
}
