import { type ColumnToWrite, type TableToWrite, writtenNumber } from './table-to-write';
import { inTurns } from './turns';

/**
 * A table as text with a line of names (RFC 4180): CSV, or, separated by tabs, what spreadsheets take from the clipboard.
 * Large ones are written in turns, so that the page stays alive.
 */
export async function writeCsv({ rows, columns }: TableToWrite, separator: ',' | '\t' = ','): Promise<Blob> {
  const line = (cells: string[]) => `${cells.join(separator)}\n`;
  const parts = [line(columns.map(({ name }) => quoted(name, separator)))];
  await inTurns(rows, (row) => {
    parts.push(line(columns.map((column) => cellOf(column, row, separator))));
  });
  return new Blob(parts, { type: separator === ',' ? 'text/csv' : 'text/tab-separated-values' });
}

function cellOf(column: ColumnToWrite, row: number, separator: string): string {
  if (column.type === 'text') return quoted(column.at(row) ?? '', separator);
  const value = column.at(row);
  return value === null ? '' : writtenNumber(value, column.type);
}

function quoted(text: string, separator: string): string {
  return /["\n\r]/.test(text) || text.includes(separator) ? `"${text.replaceAll('"', '""')}"` : text;
}
