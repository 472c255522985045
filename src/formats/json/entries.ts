/** What the JSON formats share: nodes with ids, edges between them, attributes as they come. */
import { quoted } from '../../graph/graph-error';
import type { PlainEdgeObject, PlainNode } from '../../graph/plain';
import { finiteNumber, isScalar, setEdgeAttribute, setNodeAttribute, type Where } from '../attributes';
import { FormatError } from '../format';
import { isObject, type JsonObject } from './parse';

/** The list under `key`, each entry an object. */
export function objectsIn(list: unknown, key: string, name: string): JsonObject[] {
  if (!Array.isArray(list)) throw new FormatError(`${name}: "${key}" is ${quoted(list)}; it must be a list`);
  list.forEach((entry: unknown, i) => {
    if (!isObject(entry)) throw new FormatError(`${name}: ${key}[${i}] is ${quoted(entry)}; it must be an object`);
  });
  return list as JsonObject[];
}

/** Takes the attributes that are text, number or boolean; null is not known, and lists and nested objects are left out. */
export function takeNodeAttributes(node: PlainNode, from: JsonObject, except: string[], where: Where): void {
  for (const [key, value] of Object.entries(from)) {
    if (!except.includes(key) && isScalar(value)) setNodeAttribute(node, key, value, where);
  }
}

export function takeEdgeAttributes(edge: PlainEdgeObject, from: JsonObject, except: string[], where: Where): void {
  for (const [key, value] of Object.entries(from)) {
    if (except.includes(key)) continue;
    if (isScalar(value)) setEdgeAttribute(edge, key, value, where);
    else if (key === 'weight' && value !== null) {
      throw new FormatError(`${where()}the weight is ${quoted(value)}; it must be a number`);
    }
  }
}

/** Node ids of a JSON file, which may be numbers or texts: 1 and "1" name the same node unless the file has both, which is refused. */
export function textId(value: unknown, where: Where): string {
  if (typeof value === 'string' && value !== '') return value;
  if (typeof value === 'number') return String(finiteNumber(value, 'the id', where));
  throw new FormatError(`${where()}the id is ${quoted(value)}; it must be text or a number`);
}

export function addId(ids: Set<string>, id: string, where: Where): void {
  if (ids.has(id)) throw new FormatError(`${where()}the id ${quoted(id)} is used twice; ids must differ`);
  ids.add(id);
}

export function existingId(ids: Set<string>, value: unknown, side: string, where: Where): string {
  const id = typeof value === 'number' ? String(value) : value;
  if (typeof id === 'string' && ids.has(id)) return id;
  throw new FormatError(
    `${where()}the ${side} of the edge is ${quoted(value)}, but there is no such node; add the node or remove the edge`,
  );
}
