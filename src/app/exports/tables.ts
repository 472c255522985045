import type { EpochReport, Explanation, Trace } from '../../engine/protocol';
import type { ColumnToWrite, TableToWrite } from '../../formats/table-to-write';
import type { ExperimentRun } from '../../gnn/experiments/results';
import { degreesOf } from '../../graph/degree';
import { type Graph, nodeName } from '../../graph/graph';
import type { Drawn } from '../../scene/handles';
import { MEASURE_KEYS } from '../../store/session';
import type { Experiment } from '../../store/state';

/** One row a node: who it is, and where and in which colour the graph view draws it. */
export function nodesTable(graph: Graph, drawn: Drawn): TableToWrite {
  const degrees = degreesOf(graph);
  const { positions, colours } = drawn;
  return {
    rows: graph.nodeCount,
    columns: [
      { name: 'id', type: 'text', at: (node) => graph.ids[node] },
      { name: 'name', type: 'text', at: (node) => nodeName(graph, node) },
      { name: 'class', type: 'text', at: (node) => graph.classes[graph.labels?.[node] ?? -1] ?? null },
      { name: 'degree', type: 'i4', at: (node) => degrees[node] },
      { name: 'x', type: 'f4', at: (node) => positions[2 * node] },
      { name: 'y', type: 'f4', at: (node) => positions[2 * node + 1] },
      { name: 'colour', type: 'text', at: (node) => hex(colours.subarray(4 * node, 4 * node + 3)) },
    ],
  };
}

/** One row a hop, one column a measure. */
export function measuresTable({ measures, widths }: Trace): TableToWrite {
  return {
    rows: measures.length,
    columns: [
      { name: 'hop', type: 'i4', at: (hop) => hop },
      { name: 'width', type: 'i4', at: (hop) => widths[hop] },
      ...MEASURE_KEYS.map(
        (key): ColumnToWrite => ({ name: key, type: 'f8', at: (hop) => measures[hop]?.[key] ?? null }),
      ),
    ],
  };
}

/** One row a hop of each lane that has been computed, one column a measure. */
export function comparisonTable(lanes: readonly { title: string; trace: Trace | null }[]): TableToWrite {
  const rows = lanes.flatMap(({ title, trace }, lane) =>
    (trace?.measures ?? []).map((measures, hop) => ({
      lane: lane + 1,
      title,
      hop,
      width: trace?.widths[hop],
      measures,
    })),
  );
  return {
    rows: rows.length,
    columns: [
      { name: 'lane', type: 'i4', at: (row) => rows[row].lane },
      { name: 'title', type: 'text', at: (row) => rows[row].title },
      { name: 'hop', type: 'i4', at: (row) => rows[row].hop },
      { name: 'width', type: 'i4', at: (row) => rows[row].width ?? null },
      ...MEASURE_KEYS.map(
        (key): ColumnToWrite => ({ name: key, type: 'f8', at: (row) => rows[row].measures[key] ?? null }),
      ),
    ],
  };
}

/** One row an epoch of a training, from the untrained network on. */
export function epochsTable(curve: readonly EpochReport[]): TableToWrite {
  const column = (name: string, value: (report: EpochReport) => number | null): ColumnToWrite => ({
    ...{ name, type: 'f8' },
    at: (row) => value(curve[row]),
  });
  return {
    rows: curve.length,
    columns: [
      { name: 'epoch', type: 'i4', at: (row) => curve[row].epoch },
      column('loss', ({ loss }) => loss),
      column('validation_loss', ({ validationLoss }) => validationLoss),
      column('train_accuracy', ({ accuracy }) => accuracy.train),
      column('validation_accuracy', ({ accuracy }) => accuracy.validation),
      column('test_accuracy', ({ accuracy }) => accuracy.test),
    ],
  };
}

/** One row a run: its accuracies, its measures untrained and trained, and why it could not be made where it could not. */
export function experimentTable({ spec, runs }: Experiment): TableToWrite {
  const number = (name: string, type: 'f8' | 'i4', value: (run: ExperimentRun) => number | null): ColumnToWrite => ({
    ...{ name, type },
    at: (row) => value(runs[row]),
  });
  return {
    rows: runs.length,
    columns: [
      { name: 'line', type: 'text', at: (row) => runs[row].line },
      number('depth', 'i4', ({ depth }) => depth),
      number('seed', 'i4', ({ seed }) => seed),
      ...(spec.grid ? [spec.grid.x.parameter, spec.grid.y.parameter] : []).map((name) =>
        number(name, 'f8', ({ at }) => at?.[name] ?? null),
      ),
      ...(spec.score === 'train' ? [number('train_accuracy', 'f8', ({ trained }) => trained?.train ?? null)] : []),
      number('test_accuracy', 'f8', ({ trained }) => trained?.test ?? null),
      number('validation_accuracy', 'f8', ({ trained }) => trained?.validation ?? null),
      number('best_epoch', 'f8', ({ trained }) => trained?.bestEpoch ?? null),
      number('epochs', 'f8', ({ trained }) => trained?.epochs ?? null),
      ...spec.measures.map((key) => number(`untrained_${key}`, 'f8', ({ untrained }) => untrained[key] ?? null)),
      ...spec.measures.map((key) => number(`trained_${key}`, 'f8', ({ trained }) => trained?.measures[key] ?? null)),
      { name: 'backend', type: 'text', at: (row) => runs[row].backend },
      number('seconds', 'f8', ({ seconds }) => seconds),
      { name: 'failure', type: 'text', at: (row) => runs[row].failure },
    ],
  };
}

/**
 * One row a node: how much it moves the node in focus, and from how many hops away it is heard.
 * @param hops (N) −1 for never, which is written as nothing.
 */
export function influenceTable(graph: Graph, values: Float32Array, hops: Int32Array | null): TableToWrite {
  const away = (node: number) => hops?.[node] ?? -1;
  return {
    rows: graph.nodeCount,
    columns: [
      { name: 'id', type: 'text', at: (node) => graph.ids[node] },
      { name: 'name', type: 'text', at: (node) => nodeName(graph, node) },
      { name: 'hops', type: 'f4', at: (node) => (away(node) < 0 ? null : away(node)) },
      { name: 'influence', type: 'f4', at: (node) => values[node] },
    ],
  };
}

/** One row a message, then aggregate, update and output; coefficients by head, and the vectors, which differ in length. */
export function explanationTable({ messages, aggregate, update, output }: Explanation): TableToWrite {
  const rows: { part: string; from: string | null; coefficients: number[]; vector: number[] }[] = [
    ...messages.map(({ from, coefficient, value }) => ({
      part: 'message',
      from,
      coefficients: Array.isArray(coefficient) ? coefficient : [coefficient],
      vector: value,
    })),
    ...Object.entries({ aggregate, update, output }).map(([part, vector]) => ({
      part,
      from: null,
      coefficients: [],
      vector,
    })),
  ];
  const heads = Math.max(1, ...rows.map(({ coefficients }) => coefficients.length));
  const wide = Math.max(...rows.map(({ vector }) => vector.length));
  return {
    rows: rows.length,
    columns: [
      { name: 'part', type: 'text', at: (row) => rows[row].part },
      { name: 'from', type: 'text', at: (row) => rows[row].from },
      ...columns(
        heads,
        (head) => (heads === 1 ? 'coefficient' : `coefficient_${head}`),
        (row, i) => rows[row].coefficients[i],
      ),
      ...columns(
        wide,
        (column) => `v${column}`,
        (row, i) => rows[row].vector[i],
      ),
    ],
  };
}

function columns(
  count: number,
  nameOf: (i: number) => string,
  at: (row: number, i: number) => number | undefined,
): ColumnToWrite[] {
  return Array.from({ length: count }, (_, i) => ({ name: nameOf(i), type: 'f8', at: (row) => at(row, i) ?? null }));
}

function hex(rgb: Uint8Array): string {
  return `#${Array.from(rgb, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
