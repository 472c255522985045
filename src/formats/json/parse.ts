import { FormatError } from '../format';
import { decodeText, positionOf } from '../text';
import { findJsonError } from './json-error';

export type JsonObject = Record<string, unknown>;

/** The formats written in JSON differ by what is in it, so each looks at the parsed value: parsed once for all of them. */
const parsed = new WeakMap<Uint8Array, { value: unknown }>();

/** Throws a `FormatError` with line and column. */
export function parseJson(bytes: Uint8Array, name: string): unknown {
  const known = parsed.get(bytes);
  if (known) return known.value;
  const text = decodeText(bytes, name);
  try {
    const value: unknown = JSON.parse(text);
    parsed.set(bytes, { value });
    return value;
  } catch (error) {
    // A RangeError is the engine's own limit on nesting.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error;
    const found = findJsonError(text);
    if (!found) throw new FormatError(`${name}: it is nested too deeply to be a graph (${error.message})`);
    const { line, column } = positionOf(text, found.offset);
    throw new FormatError(`${name} line ${line}, column ${column}: ${found.problem}`);
  }
}

/** The parsed value, or undefined where it is not JSON: for sniffing. */
export function tryJson(bytes: Uint8Array, name: string): unknown {
  try {
    return parseJson(bytes, name);
  } catch (error) {
    if (error instanceof FormatError) return undefined;
    throw error;
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
