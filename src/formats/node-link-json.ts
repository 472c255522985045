/**
 * Node-link JSON in its dialects: D3 (`nodes`, `links`), NetworkX's `node_link_data` (`links` or `edges`, `directed`) and Cytoscape
 * (`elements`, by kind or as one list, each with its `data`).
 *
 * The ends of an edge are node ids; where no node has a number for its id, whole numbers count the nodes from 0 (older D3); where a
 * simulation has replaced them by the nodes themselves, their ids. A number called `value` is the weight where there is none (D3).
 * Without a word on direction the graph is undirected.
 */
import { quoted } from '../graph/graph-error';
import type { PlainEdgeObject, PlainGraph, PlainNode } from '../graph/plain';
import type { Where } from './attributes';
import { chooseColumns } from './columns';
import { type Format, FormatError, type ReadOptions } from './format';
import { addId, existingId, objectsIn, takeEdgeAttributes, takeNodeAttributes, textId } from './json/entries';
import { isObject, type JsonObject, parseJson, tryJson } from './json/parse';

export const nodeLinkJson: Format = {
  name: 'node-link JSON',
  extensions: ['.json', '.cyjs'],
  sniff: (bytes, name) => isNodeLink(tryJson(bytes, name)),
  read: readNodeLink,
};

interface Lists {
  nodes: JsonObject[];
  edges: JsonObject[];
  directed: boolean;
  nodesAre: string;
  edgesAre: string;
}

/** Whether there is a list of nodes and one of edges, in whichever dialect. */
function isNodeLink(value: unknown): value is JsonObject | unknown[] {
  if (Array.isArray(value)) return value.some((entry) => isObject(entry) && 'data' in entry);
  if (!isObject(value)) return false;
  const { elements, nodes, links, edges } = value;
  return (
    Array.isArray(elements) ||
    isObject(elements) ||
    (Array.isArray(nodes) && (Array.isArray(links) || Array.isArray(edges)))
  );
}

function readNodeLink(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph {
  const file = parseJson(bytes, name);
  if (!isNodeLink(file)) {
    throw new FormatError(`${name} is not node-link JSON: it needs "nodes" with "links" or "edges", or "elements"`);
  }
  const lists = listsOf(file, name);
  const ids = new Set<string>();
  const nodes = lists.nodes.map((entry, i): PlainNode => {
    const where = () => `${name}: ${lists.nodesAre}[${i}]: `;
    const node: PlainNode = { id: idOf(entry, i, where) };
    addId(ids, node.id, where);
    takeNodeAttributes(node, entry, ['id'], where);
    if (node.label === undefined && typeof entry.name === 'string') node.label = entry.name;
    return node;
  });
  const counted = !lists.nodes.some((entry) => typeof entry.id === 'number');
  const edges = lists.edges.map((entry, i): PlainEdgeObject => {
    const where = () => `${name}: ${lists.edgesAre}[${i}]: `;
    const end = (side: 'source' | 'target') => {
      const given = isObject(entry[side]) ? (entry[side].id ?? entry[side].index) : entry[side];
      const node = counted && typeof given === 'number' ? nodes[given] : undefined;
      return node?.id ?? existingId(ids, given, side, where);
    };
    const edge: PlainEdgeObject = { source: end('source'), target: end('target') };
    takeEdgeAttributes(edge, entry, ['source', 'target'], where);
    if (edge.weight === undefined && typeof edge.value === 'number') edge.weight = edge.value;
    return edge;
  });
  return chooseColumns({ directed: options.directed ?? lists.directed, nodes, edges }, name, options);
}

/** A node without id is called by its place (older D3), which `index` repeats after a simulation. */
function idOf(entry: JsonObject, index: number, where: Where): string {
  return entry.id === undefined ? String(index) : textId(entry.id, where);
}

function listsOf(file: JsonObject | unknown[], name: string): Lists {
  if (Array.isArray(file)) return elementsOf(file, name, false);
  const { directed = false } = file;
  if (typeof directed !== 'boolean') {
    throw new FormatError(`${name}: "directed" is ${quoted(directed)}; it must be true or false`);
  }
  if (Array.isArray(file.elements)) return elementsOf(file.elements, name, directed);
  if (isObject(file.elements)) {
    const { nodes = [], edges = [] } = file.elements;
    return {
      nodes: objectsIn(nodes, 'elements.nodes', name).map(cytoscapeNode),
      edges: objectsIn(edges, 'elements.edges', name).map(dataOf),
      directed,
      nodesAre: 'elements.nodes',
      edgesAre: 'elements.edges',
    };
  }
  const edgesAre = Array.isArray(file.links) ? 'links' : 'edges';
  return {
    nodes: objectsIn(file.nodes, 'nodes', name),
    edges: objectsIn(file[edgesAre], edgesAre, name),
    directed,
    nodesAre: 'nodes',
    edgesAre,
  };
}

/** Cytoscape's single list: an element with a source is an edge. */
function elementsOf(list: unknown[], name: string, directed: boolean): Lists {
  const all = objectsIn(list, 'elements', name);
  const isEdge = (entry: JsonObject) => entry.group === 'edges' || dataOf(entry).source !== undefined;
  return {
    nodes: all.filter((entry) => !isEdge(entry)).map(cytoscapeNode),
    edges: all.filter(isEdge).map(dataOf),
    directed,
    nodesAre: 'elements (nodes)',
    edgesAre: 'elements (edges)',
  };
}

function dataOf(element: JsonObject): JsonObject {
  return isObject(element.data) ? element.data : {};
}

function cytoscapeNode(element: JsonObject): JsonObject {
  const { x, y } = isObject(element.position) ? element.position : {};
  return typeof x === 'number' && typeof y === 'number' ? { ...dataOf(element), x, y } : dataOf(element);
}
