import { GraphError, grouped, quoted } from '../graph-error';

/** An array or a typed array. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

export function isIndex(value: unknown, count: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < count;
}

/** Throws unless `list` has one entry for each of `count` nodes. */
export function checkOneEach(list: unknown, count: number, name: string): asserts list is ArrayLike<unknown> {
  if (!isList(list)) throw new GraphError(`${name} is ${quoted(list)}; give a list with one entry a node`);
  if (list.length !== count) {
    throw new GraphError(
      `${name} has ${grouped(list.length)} entries for ${grouped(count)} nodes; give one a node, in the same order`,
    );
  }
}

/** Throws unless `names` is a list of texts. */
export function checkNames(names: unknown, what: string): asserts names is string[] {
  if (!Array.isArray(names)) throw new GraphError(`${what} is ${quoted(names)}; give a list of names`);
  const odd = names.findIndex((name) => typeof name !== 'string');
  if (odd >= 0) throw new GraphError(`${what}[${odd}] is ${quoted(names[odd])}; a name is text`);
}

/** As `checkNames`, for names that stand for kinds: all different, and not too many. */
export function checkKinds(names: unknown, what: string, most: number): void {
  if (names === undefined || names === null) return;
  checkNames(names, what);
  if (names.length > most)
    throw new GraphError(`${what} has ${grouped(names.length)} names and at most ${grouped(most)} are taken`);
  const again = names.find((name, k) => names.indexOf(name) !== k);
  if (again !== undefined) throw new GraphError(`${what} names ${quoted(again)} twice; names must differ`);
}
