import type { Column } from '../graph';
import { GraphError, grouped, quoted } from '../graph-error';
import { MAX_ATTRIBUTE_VALUES } from '../limits';

/** Gathers attributes met row by row into columns; a row that lacks one has null there. */
export interface ColumnCollector {
  set(row: number, name: string, value: unknown): void;
  columns(): Record<string, Column>;
}

/** @param what what a row is, for messages: "node" or "edge". */
export function collectColumns(rows: number, what: string): ColumnCollector {
  const columns = new Map<string, Column>();
  return {
    set(row, name, value) {
      let column = columns.get(name);
      if (!column) {
        if ((columns.size + 1) * rows > MAX_ATTRIBUTE_VALUES) {
          throw new GraphError(
            `${what} ${row}: attribute ${quoted(name)} is one too many; ${grouped(columns.size)} columns of ` +
              `${grouped(rows)} rows already fill what is taken (${grouped(MAX_ATTRIBUTE_VALUES)} values). ` +
              'Leave out the attributes that are not needed, or pass numbers as features',
          );
        }
        column = new Array<Column[number]>(rows).fill(null);
        columns.set(name, column);
      }
      column[row] = cell(value, row, name, what);
    },
    // Defines own properties, so that an attribute called "__proto__" is a column like any other.
    columns: () => Object.fromEntries(columns),
  };
}

/** Objects and lists are kept as JSON text; a number that is not finite counts as missing. */
function cell(value: unknown, row: number, name: string, what: string): Column[number] {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value;
    case 'number':
      return Number.isFinite(value) ? value : null;
    case 'bigint':
      return String(value);
    case 'undefined':
      return null;
    case 'object':
      return value === null ? null : jsonText(value, row, name, what);
    default:
      throw new GraphError(
        `${what} ${row}: attribute ${quoted(name)} is a ${typeof value}, which is not data; leave it out`,
      );
  }
}

function jsonText(value: object, row: number, name: string, what: string): string | null {
  try {
    return JSON.stringify(value) ?? null;
  } catch (error) {
    throw new GraphError(
      `${what} ${row}: attribute ${quoted(name)} cannot be written as JSON (${error instanceof Error ? error.message : error}); leave it out`,
      { cause: error },
    );
  }
}
