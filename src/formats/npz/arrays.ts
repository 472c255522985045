import { grouped, quoted } from '../../graph/graph-error';
import { newBudget } from '../archive/inflate';
import { zipContent, zipEntries } from '../archive/zip';
import { FormatError } from '../format';
import { type NpyArray, readNpy } from '../npy';

/** The arrays of an npz archive by name, each read when it is first asked for. Messages name the array: "cora.npz: adj_indices". */
export interface NpzArrays {
  name: string;
  names: string[];
  has(array: string): boolean;
  /** Numbers of one dimension, of `length` where it is given. */
  list(array: string, length?: number): ArrayLike<number>;
  /** As `list`, each a whole number from 0 to below `limit`. */
  indices(array: string, limit: number, length?: number): ArrayLike<number>;
  /** Numbers of two dimensions; one dimension is read as one row. */
  matrix(array: string): Matrix;
  /** Names, or null where the archive has none that can be read (they are often pickled, which is refused elsewhere). */
  texts(array: string): string[] | null;
}

export interface Matrix {
  rows: number;
  columns: number;
  /** Row-major. */
  data: ArrayLike<number>;
}

export function openNpz(bytes: Uint8Array, name: string): NpzArrays {
  const budget = newBudget();
  const entries = new Map(zipEntries(bytes, name, budget).map((entry) => [entry.name.replace(/\.npy$/, ''), entry]));
  const known = new Map<string, NpyArray>();
  const read = (array: string) => {
    const entry = entries.get(array);
    if (!entry)
      throw new FormatError(`${name} has no array ${quoted(array)}; it has ${[...entries.keys()].join(', ')}`);
    const content = known.get(array) ?? readNpy(zipContent(bytes, entry, name, budget), `${name}: ${array}`);
    known.set(array, content);
    return content;
  };
  const numbers = (array: string) => {
    const { shape, data } = read(array);
    if (typeof data[0] === 'string') throw new FormatError(`${name}: ${array} holds text where numbers are needed`);
    return { shape, data: data as ArrayLike<number> };
  };
  const list = (array: string, length?: number) => {
    const { shape, data } = numbers(array);
    if (shape.length !== 1)
      throw new FormatError(`${name}: ${array} has ${shape.length} dimensions; it must be a list`);
    if (length !== undefined && data.length !== length) {
      throw new FormatError(
        `${name}: ${array} has ${grouped(data.length)} entries where ${grouped(length)} are needed`,
      );
    }
    return data;
  };
  return {
    name,
    names: [...entries.keys()],
    has: (array) => entries.has(array),
    list,
    indices(array, limit, length) {
      const data = list(array, length);
      checkIndices(data, limit, `${name}: ${array}`);
      return data;
    },
    matrix(array) {
      const { shape, data } = numbers(array);
      const [rows = 1, columns = 1] = shape.length === 1 ? [1, ...shape] : shape;
      return { rows, columns, data };
    },
    texts(array) {
      if (!entries.has(array)) return null;
      try {
        const { data } = read(array);
        return typeof data[0] === 'string' ? (data as string[]) : null;
      } catch (error) {
        if (error instanceof FormatError) return null;
        throw error;
      }
    },
  };
}

export function checkIndices(data: ArrayLike<number>, limit: number, where: string): void {
  for (let i = 0; i < data.length; i++) {
    const index = data[i] as number;
    if (Number.isInteger(index) && index >= 0 && index < limit) continue;
    throw new FormatError(`${where}[${i}] is ${index}; it must be a whole number from 0 to ${grouped(limit - 1)}`);
  }
}

export function checkFinite(data: ArrayLike<number>, where: string): void {
  for (let i = 0; i < data.length; i++) {
    if (!Number.isFinite(data[i]))
      throw new FormatError(`${where}[${i}] is ${data[i]}, which is not a finite number; replace it`);
  }
}
