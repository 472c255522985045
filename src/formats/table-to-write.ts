/** A table to be written, column by column; nothing is copied until it is. */
export interface TableToWrite {
  rows: number;
  columns: readonly ColumnToWrite[];
}

/** `f4` is float32, whose values are written in as few digits as tell them apart; `null` is written as nothing, in NumPy NaN. */
export type ColumnToWrite =
  | { name: string; type: 'f4' | 'f8' | 'i4'; at(row: number): number | null }
  | { name: string; type: 'text'; at(row: number): string | null };

/** A matrix as a table, its rows named. @param data row-major */
export function matrixTable(
  ids: readonly string[],
  { rows, columns, data }: { rows: number; columns: number; data: Float32Array },
  columnName: (column: number) => string,
): TableToWrite {
  const numbers = Array.from(
    { length: columns },
    (_, column): ColumnToWrite => ({ name: columnName(column), type: 'f4', at: (row) => data[row * columns + column] }),
  );
  return { rows, columns: [{ name: 'id', type: 'text', at: (row) => ids[row] }, ...numbers] };
}

/** A number as text: of a float32 nine digits tell all. */
export function writtenNumber(value: number, type: 'f4' | 'f8' | 'i4'): string {
  if (type !== 'f4' || !Number.isFinite(value)) return String(value);
  return String(Number(value.toPrecision(9)));
}
