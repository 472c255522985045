/** What GEXF and GraphML share: nodes with ids, edges between them, values with a declared type. */
import { quoted } from '../../graph/graph-error';
import type { PlainEdgeObject, PlainNode } from '../../graph/plain';
import { finiteNumber, type Scalar, type Where } from '../attributes';
import { FormatError } from '../format';
import { whereElement, type XmlFile } from './document';

/** An element of the file with its place among those of its name. */
export interface Placed {
  element: Element;
  where: Where;
}

export function placed(file: XmlFile, localName: string, elements: Element[]): Placed[] {
  return elements.map((element, index) => ({ element, where: () => whereElement(file, localName, index) }));
}

/** A node with its id alone; `ids` holds those seen so far and takes this one. */
export function newNode({ element, where }: Placed, ids: Set<string>): PlainNode {
  const id = element.getAttribute('id');
  if (id === null || id === '') throw new FormatError(`${where()}a node has no id; give every node one`);
  if (ids.has(id)) throw new FormatError(`${where()}the node id ${quoted(id)} is used twice; ids must differ`);
  ids.add(id);
  return { id };
}

/** An edge with its two ends, which must be among `ids`. */
export function newEdge({ element, where }: Placed, ids: Set<string>): PlainEdgeObject {
  const end = (side: 'source' | 'target') => {
    const id = element.getAttribute(side);
    if (id === null) throw new FormatError(`${where()}an edge has no ${side}; give it the id of a node`);
    if (!ids.has(id)) {
      throw new FormatError(
        `${where()}the ${side} of the edge is ${quoted(id)}, but there is no such node; add the node or remove the edge`,
      );
    }
    return id;
  };
  return { source: end('source'), target: end('target') };
}

const NUMERIC = new Set(['integer', 'int', 'long', 'float', 'double', 'short', 'byte', 'bigdecimal', 'biginteger']);

/** Text as the type it was declared with (GEXF's and GraphML's names); unknown types are text; null where a number or boolean is left empty. */
export function typedValue(text: string, type: string, what: string, where: Where): Scalar | null {
  const kind = type.toLowerCase();
  if (kind !== 'boolean' && !NUMERIC.has(kind)) return text;
  if (text.trim() === '') return null;
  if (kind !== 'boolean') return finiteNumber(text, what, where);
  if (/^\s*(true|1)\s*$/i.test(text)) return true;
  if (/^\s*(false|0)\s*$/i.test(text)) return false;
  throw new FormatError(`${where()}${what} is ${quoted(text)}, which is neither true nor false`);
}
