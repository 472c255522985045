import type { EmbeddingMatrix, Explanation } from '../../engine/protocol';
import { matrixTable, type TableToWrite, writtenNumber } from '../../formats/table-to-write';
import { inTurns } from '../../formats/turns';
import { writeCsv } from '../../formats/write-csv';
import { writeNpyMatrix, writeNpyTable } from '../../formats/write-npy';
import { reportOf } from '../../gnn/experiments/results';
import { lanesOf } from '../../panels/compare/use-lanes';
import { sceneHandle } from '../../scene/handles';
import { engine } from '../../store/engine-link';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import type { DATA_FORMATS, DataName } from './kinds';
import {
  comparisonTable,
  epochsTable,
  experimentTable,
  explanationTable,
  influenceTable,
  measuresTable,
  nodesTable,
} from './tables';

/** Data in its two shapes: rows of numbers that are one matrix, or a table of named columns. */
type Data =
  | { matrix: EmbeddingMatrix; table: TableToWrite; about: Record<string, unknown> }
  | { matrix: null; table: TableToWrite; json: unknown };

/**
 * @param hop which hop; null for the one on screen.
 * @throws {Error} saying what is missing: a trace, a node in focus, classes, or that hop.
 */
export async function dataAs(name: DataName, format: (typeof DATA_FORMATS)[number], hop: number | null): Promise<Blob> {
  const data = await dataOf(name, hop);
  switch (format) {
    case 'csv':
      return writeCsv(data.table);
    case 'npy':
      return data.matrix ? writeNpyMatrix(data.matrix) : writeNpyTable(data.table);
    case 'json':
      return data.matrix ? matrixJson(data.about, data.matrix) : asJson(data.json);
  }
}

/** What is copied to the clipboard for a view: separated by tabs, as spreadsheets take it. */
export async function dataAsText(name: DataName): Promise<string> {
  return (await writeCsv((await dataOf(name, null)).table, '\t')).text();
}

async function dataOf(name: DataName, asked: number | null): Promise<Data> {
  const state = useStore.getState();
  const { graph, trace } = state;
  if (!graph || !trace) throw new Error('export: there is no trace yet: await hopscope.ready first');
  const hop = hopOf(asked, state);
  switch (name) {
    case 'nodes': {
      const table = nodesTable(graph, sceneHandle('graph').drawn());
      return { matrix: null, table, json: records(table) };
    }
    case 'measures': {
      const table = measuresTable(trace);
      return { matrix: null, table, json: records(table) };
    }
    case 'epochs': {
      const curve = state.training.live?.curve ?? state.training.outcome?.report.curve;
      if (!curve) throw new Error('export: nothing has been trained yet, so there are no epochs; train first');
      const table = epochsTable(curve);
      return { matrix: null, table, json: records(table) };
    }
    case 'experiment': {
      const { experiment } = state.laboratory;
      if (!experiment?.runs.length)
        throw new Error('export: no experiment has made a run yet; start one in the laboratory');
      return { matrix: null, table: experimentTable(experiment), json: reportOf(experiment.spec, experiment.runs) };
    }
    case 'comparison': {
      if (state.companions.length === 0)
        throw new Error('export: there is one lane, so there is no comparison; add another first');
      const table = comparisonTable(lanesOf(state));
      return { matrix: null, table, json: records(table) };
    }
    case 'influence': {
      const node = focusOf(state);
      const { values } = await (await engine()).influence(node, hop, () => true);
      const table = influenceTable(graph, values, state.hopsFromFocus);
      return { matrix: null, table, json: { node: graph.ids[node], hop, influence: records(table) } };
    }
    case 'explanation': {
      const explanation = await explanationAt(hop, state);
      return { matrix: null, table: explanationTable(explanation), json: explanation };
    }
    case 'embedding':
      return matrixData(graph.ids, { hop }, await (await engine()).embedding(hop), (column) => `h${column}`);
    case 'projection':
      return matrixData(
        graph.ids,
        { hop, explained: trace.explained[hop] },
        { rows: graph.nodeCount, columns: 3, data: trace.projections[hop] },
        (column) => `component_${column + 1}`,
      );
    case 'logits': {
      if (!graph.labels) throw new Error('export: this graph has no classes, so there are no logits');
      const logits = await (await engine()).logits();
      return matrixData(
        graph.ids,
        { classes: graph.classes },
        logits,
        (column) => graph.classes[column] ?? `class_${column}`,
      );
    }
  }
}

function matrixData(
  ids: readonly string[],
  about: Record<string, unknown>,
  matrix: EmbeddingMatrix,
  nameOf: (column: number) => string,
): Data {
  return { matrix, table: matrixTable(ids, matrix, nameOf), about: { ...about, ids } };
}

function hopOf(asked: number | null, { trace, hop }: State): number {
  const hops = trace?.hops ?? 0;
  if (asked !== null && asked > hops)
    throw new Error(`export: hop ${asked} is not to be had: this trace has hops 0…${hops}`);
  return asked ?? Math.min(hop, hops);
}

function focusOf({ focus }: State): number {
  if (focus === null) throw new Error('export: no node is in focus, so there is nothing of it; choose a node first');
  return focus;
}

async function explanationAt(hop: number, state: State): Promise<Explanation> {
  const focus = focusOf(state);
  if (hop === 0) throw new Error('export: at hop 0 nothing has been computed yet; step to a later hop first');
  return (await engine()).explain(focus, hop);
}

function records({ rows, columns }: TableToWrite): Record<string, unknown>[] {
  return Array.from({ length: rows }, (_, row) =>
    Object.fromEntries(
      columns.map((column) => {
        const value = column.at(row);
        return [
          column.name,
          typeof value === 'number' && column.type === 'f4' ? Number(writtenNumber(value, 'f4')) : value,
        ];
      }),
    ),
  );
}

function asJson(value: unknown): Blob {
  return new Blob([`${JSON.stringify(value, null, 1)}\n`], { type: 'application/json' });
}

/** One line a row, so that it is read by eye as well. */
async function matrixJson(about: Record<string, unknown>, { rows, columns, data }: EmbeddingMatrix): Promise<Blob> {
  const head = JSON.stringify({ ...about, rows, columns });
  const parts = [`${head.slice(0, -1)},"data":[`];
  await inTurns(rows, (row) => {
    const numbers = Array.from(data.subarray(row * columns, (row + 1) * columns), (value) =>
      writtenNumber(value, 'f4'),
    );
    parts.push(`${row === 0 ? '' : ','}\n[${numbers.join(',')}]`);
  });
  return new Blob([...parts, '\n]}\n'], { type: 'application/json' });
}
