/**
 * A node table: one row a node. The `id` column names it (else the one called label or name, else the first), `label` (or `name`)
 * is what it is called on screen, `class`, `type`, `x` and `y` mean what they mean in `PlainNode`, every other column is an attribute.
 *
 * A bare list, one column without a header, is read by the row: line i is node i. Values that all differ are names; values that
 * repeat are classes. Rows are also counted from 0 where no column is called id and the edges name none of the values.
 */
import { quoted } from '../../graph/graph-error';
import type { PlainNode } from '../../graph/plain';
import { setNodeAttribute } from '../attributes';
import { FormatError } from '../format';
import { numberIn, typedColumn } from './cells';
import { columnFor } from './column-names';
import { isOneColumn, namesNumbers } from './header';
import type { Table } from './table';

/** @param ends every cell that an edge has for its source or target. */
export function readNodeTable(table: Table, ends: Set<string>, featureColumns: string[] = []): PlainNode[] {
  return isOneColumn(table) ? readBareList(table, ends) : readColumns(table, ends, featureColumns);
}

function readBareList(table: Table, ends: Set<string>): PlainNode[] {
  const gap = table.gaps[0];
  if (gap !== undefined) {
    throw new FormatError(
      `${table.name} line ${gap} is empty, but in a list without a header line i is node i; fill it or remove it`,
    );
  }
  const first = table.rows[0] ?? [];
  const named =
    ['id', 'label'].some((role) => columnFor(role as 'id' | 'label', first) !== -1) ||
    /^(?:class|labels)$/i.test(first[0] ?? '');
  const from = named || namesNumbers(table, [0]) ? 1 : 0;
  const values = table.rows.slice(from).map((row) => row[0] ?? '');
  const typed = typedColumn(table, 0, from, first[0] ?? '');
  const distinct = new Set(values);
  if (distinct.size < values.length) return values.map((_, i) => ({ id: String(i), class: classOf(typed[i] ?? null) }));
  if ((from === 1 && columnFor('id', first) !== -1) || isSubset(ends, distinct)) return values.map((id) => ({ id }));
  return values.map((label, i) => ({ id: String(i), label }));
}

function readColumns(table: Table, ends: Set<string>, featureColumns: string[]): PlainNode[] {
  const first = table.rows[0] ?? [];
  const ids = columnFor('id', first);
  const names = columnFor('label', first);
  const headed = ids !== -1 || names !== -1 || first.includes('class') || namesNumbers(table, [...first.keys()]);
  const from = headed ? 1 : 0;
  const idColumn = ids !== -1 ? ids : Math.max(0, names);
  const idCells = table.rows.slice(from).map((row) => row[idColumn] ?? '');
  const byRow =
    ids === -1 && !isSubset(ends, new Set(idCells)) && isSubset(ends, new Set(Array.from(idCells.keys(), String)));
  const nodes = idCells.map((cell, i): PlainNode => ({ id: byRow ? String(i) : cell }));
  if (!byRow) checkIds(idCells, from, table);

  const titles = first.map((title, c) => (headed && title !== '' ? title : `column ${c + 1}`));
  for (const [c, title] of titles.entries()) {
    if (c === idColumn && !byRow && c !== names) continue;
    const isLabel = c === names || (c === idColumn && c !== ids);
    const column = featureColumns.includes(title)
      ? idCells.map((_, i) => numberIn(table.rows[from + i]?.[c] ?? '', table, from + i, title))
      : typedColumn(table, c, from, title);
    for (const [i, value] of column.entries()) {
      const node = nodes[i];
      const where = () => `${table.name} line ${table.lines[from + i]}: `;
      if (node && value !== null) setNodeAttribute(node, isLabel ? 'label' : title, value, where);
    }
  }
  return nodes;
}

function checkIds(cells: string[], from: number, table: Table): void {
  const seen = new Map<string, number>();
  for (const [i, id] of cells.entries()) {
    const line = table.lines[from + i];
    if (id === '') throw new FormatError(`${table.name} line ${line}: the node has no id; give every node one`);
    const earlier = seen.get(id);
    if (earlier !== undefined) {
      throw new FormatError(
        `${table.name} line ${line}: the node ${quoted(id)} is already on line ${earlier}; ids must differ`,
      );
    }
    seen.set(id, line ?? 0);
  }
}

function classOf(value: string | number | boolean | null): string | number | undefined {
  return value === null ? undefined : typeof value === 'boolean' ? String(value) : value;
}

function isSubset(part: Set<string>, whole: Set<string>): boolean {
  for (const value of part) if (!whole.has(value)) return false;
  return true;
}
