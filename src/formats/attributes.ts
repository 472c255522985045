import { quoted } from '../graph/graph-error';
import type { PlainEdgeObject, PlainNode } from '../graph/plain';
import { FormatError } from './format';

/** What an attribute can hold; lists and nested objects are not read. */
export type Scalar = string | number | boolean;

/** Where in the file, as the start of a message: "edges.csv line 14: ". Called only when there is something to say. */
export type Where = () => string;

/** Puts one attribute of a file on a node; one that is called `id` keeps its value beside the node's own id. */
export function setNodeAttribute(node: PlainNode, name: string, value: Scalar, where: Where): void {
  checkFinite(name, value, where);
  const text = name === 'label' || name === 'type';
  define(node, name === 'id' ? 'id attribute' : name, text ? String(value) : value);
}

/** Puts one attribute of a file on an edge: `weight` must be a number, `relation` names the kind of edge. */
export function setEdgeAttribute(edge: PlainEdgeObject, name: string, value: Scalar, where: Where): void {
  if (name === 'weight') {
    edge.weight = finiteNumber(value, 'the weight', where);
    return;
  }
  checkFinite(name, value, where);
  if (name === 'relation') edge.relation = String(value);
  else define(edge, name === 'source' || name === 'target' ? `${name} attribute` : name, value);
}

export function isScalar(value: unknown): value is Scalar {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

/** A number as such or as digits; NaN, infinite ones and empty text are refused. */
export function finiteNumber(value: Scalar, what: string, where: Where): number {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number === 'number' && Number.isFinite(number)) return number;
  throw new FormatError(
    `${where()}${what} is ${quoted(value)}, which is not a finite number; correct it or leave it out`,
  );
}

function checkFinite(name: string, value: Scalar, where: Where): void {
  if (typeof value === 'number') finiteNumber(value, quoted(name), where);
}

/** Plain assignment to "__proto__" would change what the object is instead of giving it an attribute of that name. */
function define(target: PlainNode | PlainEdgeObject, name: string, value: Scalar): void {
  if (name !== '__proto__') target[name] = value;
  else Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}
