/**
 * GEXF 1.1–1.3 (gexf.net): nodes, edges and their attributes. Of `viz` only positions are read; of a dynamic graph everything that
 * ever was in it. Nested nodes are read as nodes; edges with a `kind` (1.3) are typed by it.
 */
import { quoted } from '../graph/graph-error';
import type { PlainEdgeObject, PlainGraph, PlainNode } from '../graph/plain';
import { finiteNumber, type Scalar, setEdgeAttribute, setNodeAttribute, type Where } from './attributes';
import { chooseColumns } from './columns';
import { oneDirection } from './direction';
import { type Format, FormatError, type ReadOptions } from './format';
import { xmlRoot } from './sniff';
import { childrenNamed, elementsNamed, parseXml, type XmlFile } from './xml/document';
import { newEdge, newNode, type Placed, placed, typedValue } from './xml/elements';

export const gexf: Format = {
  name: 'GEXF',
  extensions: ['.gexf'],
  sniff: (bytes) => xmlRoot(bytes) === 'gexf',
  read: readGexf,
};

/** Declared attributes by id. */
type Model = Map<string, { title: string; type: string; default: string | null }>;

function readGexf(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph {
  const file = parseXml(bytes, name, 'gexf');
  const graph = elementsNamed(file.document, 'graph')[0];
  if (!graph) throw new FormatError(`${name} has no <graph> element; export the graph again`);
  const ids = new Set<string>();
  const nodeModel = readModel(file, 'node');
  const nodes = placed(file, 'node', elementsNamed(graph, 'node')).map((each) => readNode(each, nodeModel, ids));
  const edgeModel = readModel(file, 'edge');
  const byDefault = graph.getAttribute('defaultedgetype') ?? 'undirected';
  const edges = placed(file, 'edge', elementsNamed(graph, 'edge')).map((each) => ({
    edge: readEdge(each, edgeModel, ids),
    directed: (each.element.getAttribute('type') ?? byDefault) === 'directed',
  }));
  return chooseColumns({ nodes, ...oneDirection(edges, byDefault === 'directed', options.directed) }, name, options);
}

function readModel(file: XmlFile, of: 'node' | 'edge'): Model {
  const model: Model = new Map();
  for (const attributes of elementsNamed(file.document, 'attributes')) {
    if (attributes.getAttribute('class') !== of) continue;
    for (const attribute of childrenNamed(attributes, 'attribute')) {
      const id = attribute.getAttribute('id') ?? '';
      model.set(id, {
        title: attribute.getAttribute('title') || id,
        type: attribute.getAttribute('type') ?? 'string',
        default: childrenNamed(attribute, 'default')[0]?.textContent ?? null,
      });
    }
  }
  return model;
}

function readNode(each: Placed, model: Model, ids: Set<string>): PlainNode {
  const node = newNode(each, ids);
  readValues(each, model, (title, value) => setNodeAttribute(node, title, value, each.where));
  const label = each.element.getAttribute('label');
  if (label) node.label = label;
  const position = childrenNamed(each.element, 'position')[0];
  if (position) {
    const axis = (name: string) =>
      finiteNumber(position.getAttribute(name) ?? '', `the position's ${name}`, each.where);
    node.x = axis('x');
    node.y = axis('y');
  }
  return node;
}

function readEdge(each: Placed, model: Model, ids: Set<string>): PlainEdgeObject {
  const edge = newEdge(each, ids);
  readValues(each, model, (title, value) => setEdgeAttribute(edge, title, value, each.where));
  const { element, where } = each;
  const weight = element.getAttribute('weight');
  if (weight !== null) edge.weight = finiteNumber(weight, 'the weight', where);
  const kind = element.getAttribute('kind');
  if (kind) edge.relation = kind;
  const label = element.getAttribute('label');
  if (label) edge.label = label;
  return edge;
}

/** Calls `set` with each attribute the element has, by its own value or by the declared default. */
function readValues({ element, where }: Placed, model: Model, set: (title: string, value: Scalar) => void): void {
  const give = (text: string, type: string, title: string, at: Where) => {
    const value = typedValue(text, type, quoted(title), at);
    if (value !== null) set(title, value);
  };
  const given = new Set<string>();
  for (const values of childrenNamed(element, 'attvalues')) {
    for (const item of childrenNamed(values, 'attvalue')) {
      const id = item.getAttribute('for') ?? item.getAttribute('id') ?? '';
      const declared = model.get(id);
      given.add(id);
      give(item.getAttribute('value') ?? '', declared?.type ?? 'string', declared?.title ?? id, where);
    }
  }
  for (const [id, declared] of model) {
    if (declared.default !== null && !given.has(id)) give(declared.default, declared.type, declared.title, where);
  }
}
