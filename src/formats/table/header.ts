import { isNumeric } from './cells';
import { columnFor } from './column-names';
import type { Table } from './table';

/** Whether a table has edges or nodes in its rows, as far as its own columns tell. */
export type TableKind = 'edges' | 'nodes' | 'either';

export function tableKind(table: Table): TableKind {
  const header = table.rows[0] ?? [];
  if (hasEnds(header)) return 'edges';
  if (isOneColumn(table) || columnFor('id', header) !== -1 || columnFor('label', header) !== -1) return 'nodes';
  return 'either';
}

export function hasEnds(header: string[]): boolean {
  return columnFor('source', header) !== -1 && columnFor('target', header) !== -1;
}

export function isOneColumn(table: Table): boolean {
  return table.rows.every((row) => row.length === 1);
}

/** A first row that names a column which holds nothing but numbers below it. */
export function namesNumbers(table: Table, columns: number[]): boolean {
  const [header = [], ...rows] = table.rows;
  return columns.some((c) => {
    const cells = rows.map((row) => row[c] ?? '').filter((cell) => cell !== '');
    const title = header[c] ?? '';
    return title !== '' && !isNumeric(title) && cells.length > 0 && cells.every(isNumeric);
  });
}
