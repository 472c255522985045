import { rowOfEntries } from '../kernels/segments';
import { pairOperand, type SparseOperand, type SparsePattern, sparseOperand } from '../kernels/sparse-operand';
import { PATTERNS } from './patterns';

/** A sparse matrix as a list: what the plain definitions of the kernels loop over. */
export interface Entries {
  name: string;
  rows: number;
  columns: number;
  /** (entries) */
  row: Int32Array;
  column: Int32Array;
  operand(): SparseOperand;
}

const AS_PAIRS = ['no entries', 'isolated nodes, self-loops, duplicates, one direction only', 'a hub with 257 entries'];

/** Every pattern by rows, and some once more as pairs in another order. */
export const ENTRIES: Entries[] = [
  ...Object.entries(PATTERNS).map(([name, pattern]) => byRows(name, pattern)),
  ...AS_PAIRS.map((name) => asPairs(`${name}, as pairs`, PATTERNS[name])),
];

export function entriesNamed(name: string): Entries {
  const found = ENTRIES.find((entries) => entries.name === name);
  if (!found) throw new Error(`No pattern is called "${name}".`);
  return found;
}

/** The cases to try on a matrix: all of them, or the last alone where it is a large one. */
export const casesFor = <Case>({ row }: Entries, cases: readonly Case[]): readonly Case[] =>
  row.length > 10_000 ? cases.slice(-1) : cases;

function byRows(name: string, pattern: SparsePattern): Entries {
  const { rows, columns, pointer, index } = pattern;
  return { name, rows, columns, row: rowOfEntries(pointer), column: index, operand: () => sparseOperand(pattern) };
}

function asPairs(name: string, { rows, columns, pointer, index }: SparsePattern): Entries {
  const row = rowOfEntries(pointer).reverse();
  const column = index.toReversed();
  return { name, rows, columns, row, column, operand: () => pairOperand(rows, columns, row, column) };
}
