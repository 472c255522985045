import { quoted } from '../../graph/graph-error';
import type { Scalar } from '../attributes';
import { FormatError } from '../format';
import type { Table } from './table';

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NOT_FINITE = /^[+-]?(?:nan|inf|infinity)$/i;

/** Digits that are a quantity: not a postal code such as 01234. */
export function isNumeric(cell: string): boolean {
  return NUMBER.test(cell) && !/^[+-]?0\d/.test(cell);
}

/**
 * The cells of column `c`, in rows `from` on, as the one type that fits them all: numbers, true/false, else text. An empty cell is
 * null. In a column of numbers one that is NaN or infinite is refused.
 */
export function typedColumn(table: Table, c: number, from: number, title: string): (Scalar | null)[] {
  const cells = table.rows.slice(from).map((row) => row[c] ?? '');
  const given = cells.filter((cell) => cell !== '' && !NOT_FINITE.test(cell));
  if (given.length > 0 && given.every(isNumeric)) {
    return cells.map((cell, i) => (cell === '' ? null : numberIn(cell, table, from + i, title)));
  }
  if (given.length > 0 && given.every((cell) => /^(?:true|false)$/i.test(cell))) {
    return cells.map((cell) => (cell === '' ? null : cell.toLowerCase() === 'true'));
  }
  return cells.map((cell) => (cell === '' ? null : cell));
}

export function numberIn(cell: string, table: Table, row: number, title: string): number {
  const value = NUMBER.test(cell) ? Number(cell) : Number.NaN;
  if (Number.isFinite(value)) return value;
  const comma = /^\d+,\d+$/.test(cell) ? '; write decimals with a point' : '';
  throw new FormatError(
    `${table.name} line ${table.lines[row]}: ${quoted(cell)} is not a finite number in column ${quoted(title)}${comma}`,
  );
}
