/**
 * CSV and TSV edge lists: one edge a row, cut by tab, semicolon, comma or spaces; `#` starts a comment. With a header the columns
 * called source and target (or from and to, …) are the ends and the others attributes; without one the first two columns are the
 * ends, a column of numbers is the weight, one of texts the relation; three columns of texts may also be head, relation and tail,
 * as knowledge graphs are written. A column of "directed" and "undirected" (Gephi's `Type`) says which each edge is; without it
 * the graph is undirected.
 *
 * Without a node table the nodes are the ends: in numeric order where all are whole numbers, else as they first appear.
 */
import { grouped, quoted } from '../graph/graph-error';
import { MAX_EDGES_COMPUTED } from '../graph/limits';
import type { PlainEdgeObject, PlainGraph, PlainNode } from '../graph/plain';
import { setEdgeAttribute } from './attributes';
import { chooseColumns } from './columns';
import { type FileEdge, oneDirection } from './direction';
import { type Format, FormatError, type ReadOptions } from './format';
import { looksLikeText } from './sniff';
import { isNumeric, numberIn, typedColumn } from './table/cells';
import { columnFor } from './table/column-names';
import { hasEnds, namesNumbers, tableKind } from './table/header';
import { readNodeTable } from './table/node-table';
import { readTable, type Table } from './table/table';

export const edgeList: Format = {
  name: 'edge list (CSV)',
  extensions: ['.csv', '.tsv', '.txt', '.edges', '.edgelist', '.dat'],
  sniff: looksLikeText,
  read: (bytes, name, options) => {
    const { nodeTable } = options;
    return readTables(readTable(bytes, name), nodeTable ? readTable(nodeTable.bytes, nodeTable.name) : null, options);
  },
};

/** @param nodeTable null where there is none. */
export function readTables(given: Table, nodeTable: Table | null, options: ReadOptions): PlainGraph {
  const table = withoutDictionaries(given);
  const columns = findColumns(table);
  const edges = readRows(table, columns);
  const ends = new Set(edges.flatMap(({ edge }) => [edge.source as string, edge.target as string]));
  const nodes = nodeTable ? readNodeTable(nodeTable, ends, options.featureColumns) : nodesAt(ends);
  if (nodeTable) checkEnds(edges, nodes, nodeTable, table, columns.from);
  return chooseColumns(
    { nodes, ...oneDirection(edges, false, options.directed) },
    nodeTable?.name ?? table.name,
    options,
  );
}

interface EdgeColumns {
  /** The first row with an edge. */
  from: number;
  titles: string[];
  source: number;
  target: number;
  /** −1 where there is none; likewise below. */
  weight: number;
  relation: number;
  direction: number;
}

function findColumns(table: Table): EdgeColumns {
  const first = table.rows[0] ?? [];
  if (tableKind(table) === 'nodes') {
    throw new FormatError(
      `${table.name} is a list of nodes without edges; drop the edge list together with it, or give its columns the names source and target`,
    );
  }
  if (hasEnds(first)) {
    const relation = columnFor('relation', first);
    const direction = relation !== -1 && saysDirection(table, relation) ? relation : -1;
    return {
      from: 1,
      titles: first,
      source: columnFor('source', first),
      target: columnFor('target', first),
      weight: columnFor('weight', first),
      relation: direction === -1 ? relation : -1,
      direction,
    };
  }
  const rest = [...first.keys()].slice(2);
  const from = namesNumbers(table, rest) || (namesNumbers(table, [0]) && namesNumbers(table, [1])) ? 1 : 0;
  if (table.delimiter === ' ' && first.length > 4) {
    throw new FormatError(
      `${table.name} line ${table.lines[0]} has ${first.length} words; an edge is "source target weight relation" at most`,
    );
  }
  const weight = rest.find((c) => mostlyNumbers(table, c, from)) ?? -1;
  const triples = first.length === 3 && weight === -1 && relationStandsBetween(table, from);
  const target = triples ? 2 : 1;
  const relation = triples ? 1 : (rest.find((c) => c !== weight) ?? -1);
  const titles = first.map((title, c) =>
    c === weight ? 'weight' : from === 1 && title !== '' ? title : `column ${c + 1}`,
  );
  return { from, titles, source: 0, target, weight, relation, direction: -1 };
}

/** Whether of three columns the second has the relations: heads are also tails, and rarely called as a relation is. */
function relationStandsBetween(table: Table, from: number): boolean {
  const [heads, second, third] = [0, 1, 2].map((c) => new Set(table.rows.slice(from).map((row) => row[c] ?? '')));
  const alsoHeads = (names: Set<string>) => [...names].filter((name) => heads.has(name)).length;
  return alsoHeads(third) > alsoHeads(second);
}

/** NetworkX's `write_edgelist` ends each line in a Python dictionary, of which the weight is read. */
function withoutDictionaries(table: Table): Table {
  if (table.delimiter !== ' ' || !table.rows.every((row) => row[2]?.startsWith('{'))) return table;
  const rows = table.rows.map(([source = '', target = '', ...data]) => {
    return [source, target, /['"]weight['"]:\s*([^,}\s]+)/.exec(data.join(' '))?.[1] ?? ''];
  });
  return { ...table, rows };
}

function saysDirection(table: Table, c: number): boolean {
  return table.rows.slice(1).every((row) => /^(?:un)?directed$|^mutual$/i.test(row[c] ?? ''));
}

/** So that one slip among weights is an error rather than a table of relations. */
function mostlyNumbers(table: Table, c: number, from: number): boolean {
  const cells = table.rows.slice(from).flatMap((row) => row[c] || []);
  return cells.filter((cell) => isNumeric(cell) || /^[+-]?(?:nan|inf|\d+,\d+$)/i.test(cell)).length * 2 > cells.length;
}

function readRows(table: Table, columns: EdgeColumns): FileEdge[] {
  const { from, titles, source, target, weight, relation, direction } = columns;
  const rows = table.rows.slice(from);
  if (rows.length > MAX_EDGES_COMPUTED) {
    throw new FormatError(
      `${table.name} has ${grouped(rows.length)} edges and at most ${grouped(MAX_EDGES_COMPUTED)} are taken; load a part of it`,
    );
  }
  const own = new Set([source, target, weight, relation, direction]);
  const others = titles
    .map((title, c) => ({ title: title || `column ${c + 1}`, c }))
    .filter(({ c }) => !own.has(c))
    .map(({ title, c }) => ({ title, values: typedColumn(table, c, from, title) }));
  return rows.map((row, i) => {
    const line = table.lines[from + i];
    if (row.length > titles.length && row.slice(titles.length).some((cell) => cell !== '')) {
      throw new FormatError(
        `${table.name} line ${line} has ${row.length} cells where the first row has ${titles.length}; quote cells that contain the delimiter`,
      );
    }
    const edge: PlainEdgeObject = { source: end(row, source), target: end(row, target) };
    if (edge.source === '' || edge.target === '') {
      throw new FormatError(`${table.name} line ${line}: an edge needs a source and a target, such as "a,b"`);
    }
    if (row[weight]) edge.weight = numberIn(row[weight], table, from + i, titles[weight] ?? 'weight');
    if (row[relation]) edge.relation = row[relation];
    for (const { title, values } of others) {
      const value = values[i] ?? null;
      if (value !== null) setEdgeAttribute(edge, title, value, () => `${table.name} line ${line}: `);
    }
    return { edge, directed: row[direction]?.toLowerCase() === 'directed' };
  });
}

function end(row: string[], c: number): string {
  return row[c] ?? '';
}

function nodesAt(ends: Set<string>): PlainNode[] {
  const ids = [...ends];
  if (ids.every((id) => /^(?:0|[1-9]\d{0,14})$/.test(id))) ids.sort((a, b) => Number(a) - Number(b));
  return ids.map((id) => ({ id }));
}

function checkEnds(edges: FileEdge[], nodes: PlainNode[], nodeTable: Table, table: Table, from: number): void {
  const ids = new Set(nodes.map((node) => node.id));
  for (const [i, { edge }] of edges.entries()) {
    for (const id of [edge.source, edge.target]) {
      if (ids.has(String(id))) continue;
      throw new FormatError(
        `${table.name} line ${table.lines[from + i]}: there is no node ${quoted(id)} in ${nodeTable.name}; add it there or remove the edge`,
      );
    }
  }
}
