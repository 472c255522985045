/**
 * GraphML (graphml.graphdrawing.org): nodes, edges and their data as declared by `<key>`. Nested graphs are read flat; ports and
 * drawing data (yEd's `nodegraphics`) are left out; hyperedges are refused. Where nodes have no `label` but a `name` (igraph), that is it.
 */
import { quoted } from '../graph/graph-error';
import type { PlainGraph } from '../graph/plain';
import { type Scalar, setEdgeAttribute, setNodeAttribute } from './attributes';
import { chooseColumns } from './columns';
import { oneDirection } from './direction';
import { type Format, FormatError, type ReadOptions } from './format';
import { xmlRoot } from './sniff';
import { childrenNamed, elementsNamed, parseXml, whereElement, type XmlFile } from './xml/document';
import { newEdge, newNode, type Placed, placed, typedValue } from './xml/elements';

export const graphml: Format = {
  name: 'GraphML',
  extensions: ['.graphml', '.xml'],
  sniff: (bytes) => xmlRoot(bytes) === 'graphml',
  read: readGraphml,
};

/** Declared data by key id; `title` null marks drawing data. */
type Keys = Map<string, { title: string | null; type: string; default: string | null }>;

function readGraphml(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph {
  const file = parseXml(bytes, name, 'graphml');
  const graphs = childrenNamed(file.document.documentElement, 'graph');
  const graph = graphs[0];
  if (!graph) throw new FormatError(`${name} has no <graph> element; export the graph again`);
  if (graphs.length > 1) throw new FormatError(`${name} holds ${graphs.length} graphs; keep one of them in the file`);
  if (elementsNamed(graph, 'hyperedge').length > 0) {
    throw new FormatError(
      `${whereElement(file, 'hyperedge', 0)}hyperedges are not read; make each a node with edges to its members`,
    );
  }
  const ids = new Set<string>();
  const nodeKeys = readKeys(file, 'node');
  const nodes = placed(file, 'node', elementsNamed(graph, 'node')).map((each) => {
    const node = newNode(each, ids);
    readData(each, nodeKeys, (title, value) => setNodeAttribute(node, title, value, each.where));
    if (node.label === undefined && typeof node.name === 'string') node.label = node.name;
    return node;
  });
  const byDefault = graph.getAttribute('edgedefault') === 'directed';
  const edgeKeys = readKeys(file, 'edge');
  const edges = placed(file, 'edge', elementsNamed(graph, 'edge')).map((each) => {
    const edge = newEdge(each, ids);
    readData(each, edgeKeys, (title, value) => setEdgeAttribute(edge, title, value, each.where));
    const own = each.element.getAttribute('directed');
    return { edge, directed: own === null ? byDefault : own === 'true' || own === '1' };
  });
  return chooseColumns({ nodes, ...oneDirection(edges, byDefault, options.directed) }, name, options);
}

function readKeys(file: XmlFile, of: 'node' | 'edge'): Keys {
  const keys: Keys = new Map();
  for (const key of childrenNamed(file.document.documentElement, 'key')) {
    const domain = key.getAttribute('for') ?? 'all';
    if (domain !== of && domain !== 'all') continue;
    const id = key.getAttribute('id') ?? '';
    const drawing = key.hasAttribute('yfiles.type');
    keys.set(id, {
      title: drawing ? null : key.getAttribute('attr.name') || id,
      type: key.getAttribute('attr.type') ?? 'string',
      default: childrenNamed(key, 'default')[0]?.textContent ?? null,
    });
  }
  return keys;
}

/** Calls `set` with each datum the element has, by its own value or by the declared default. */
function readData({ element, where }: Placed, keys: Keys, set: (title: string, value: Scalar) => void): void {
  const given = new Set<string>();
  const give = (text: string, type: string, title: string) => {
    const value = typedValue(text, type, quoted(title), where);
    if (value !== null) set(title, value);
  };
  for (const data of childrenNamed(element, 'data')) {
    const id = data.getAttribute('key') ?? '';
    const key = keys.get(id) ?? { title: id, type: 'string' };
    given.add(id);
    if (key.title !== null) give(data.textContent ?? '', key.type, key.title);
  }
  for (const [id, key] of keys) {
    if (key.default !== null && key.title !== null && !given.has(id)) give(key.default, key.type, key.title);
  }
}
