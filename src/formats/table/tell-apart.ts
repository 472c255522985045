import { FormatError } from '../format';
import { tableKind } from './header';
import type { Table } from './table';

/** Which of two tables holds the edges: by their columns, else by whose ends are found in the other, else by their names. */
export function tellApart(a: Table, b: Table): { edges: Table; nodes: Table } {
  const kinds = [tableKind(a), tableKind(b)];
  if (kinds[0] !== kinds[1]) {
    const aIsEdges = kinds[0] === 'edges' || kinds[1] === 'nodes';
    return aIsEdges ? { edges: a, nodes: b } : { edges: b, nodes: a };
  }
  const [aInB, bInA] = kinds[0] === 'either' ? [endsAreIn(a, b), endsAreIn(b, a)] : [false, false];
  const named = /edge|link/i;
  const aIsEdges = aInB !== bInA ? aInB : named.test(a.name) !== named.test(b.name) ? named.test(a.name) : null;
  if (kinds[0] === 'either' && aIsEdges !== null) return aIsEdges ? { edges: a, nodes: b } : { edges: b, nodes: a };
  throw new FormatError(
    `${a.name} and ${b.name}: which holds the edges cannot be told; call its columns source and target, and the id column of the other id`,
  );
}

function endsAreIn(edges: Table, nodes: Table): boolean {
  const ids = new Set(nodes.rows.map((row) => row[0] ?? ''));
  return edges.rows.slice(1).every((row) => ids.has(row[0] ?? '') && ids.has(row[1] ?? ''));
}
