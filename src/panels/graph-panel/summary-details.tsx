import type { ReactNode } from 'react';
import { counted, formatCount, formatNumber, formatShare } from '../../charts/numbers';
import { classColumnOf, classColumns } from '../../graph/class-columns';
import type { Graph } from '../../graph/graph';
import type { GraphSummary } from '../../graph/summary';
import { Popover } from '../../ui/popover';
import { Select } from '../../ui/select';
import type { TermName } from '../glossary';
import { Term } from '../term';
import './summary-details.css';

interface SummaryDetailsProps {
  graph: Graph;
  summary: GraphSummary;
  /** Takes the classes from that column of the nodes. */
  onClassColumn: (column: string) => void;
}

/** "72 nodes · 198 edges", and behind it everything that is known of the graph. */
export function SummaryDetails({ graph, summary, onClassColumn }: SummaryDetailsProps) {
  return (
    <Popover
      control="graph-details"
      label="About this graph"
      triggerClass="button-quiet summary-trigger"
      triggerTitle="About this graph"
      trigger={
        <span>
          {counted(summary.nodes, 'node')}
          <span className="summary-edges"> · {counted(summary.edges, 'edge')}</span>
        </span>
      }
    >
      {() => (
        <>
          <SummaryTable summary={summary} />
          <ClassColumn graph={graph} onClassColumn={onClassColumn} />
        </>
      )}
    </Popover>
  );
}

export function SummaryTable({ summary }: { summary: GraphSummary }) {
  return (
    <dl className="summary-table">
      {summaryRows(summary).map(([label, value, term]) => (
        <div key={label}>
          <dt>{term ? <Term name={term}>{label}</Term> : label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Which attribute the classes are from; nothing where no attribute could name classes. */
function ClassColumn({ graph, onClassColumn }: Pick<SummaryDetailsProps, 'graph' | 'onClassColumn'>) {
  const columns = classColumns(graph);
  if (columns.length === 0) return null;
  const current = classColumnOf(graph);
  const unchosen = current === null ? [{ value: '', label: graph.labels ? 'the graph itself' : 'none' }] : [];
  return (
    <Select
      control="class-column"
      label="Classes from"
      value={current ?? ''}
      options={[...unchosen, ...columns.map((name) => ({ value: name, label: name }))]}
      onChange={(column) => column !== '' && onClassColumn(column)}
    />
  );
}

function summaryRows(summary: GraphSummary): [label: string, value: ReactNode, term?: TermName][] {
  const rows: [string, ReactNode, TermName?][] = [
    ['Nodes', formatCount(summary.nodes), 'node'],
    [
      'Edges',
      `${formatCount(summary.edges)}, ${summary.directed ? 'directed' : 'undirected'}${summary.weighted ? ', weighted' : ''}`,
      'edges',
    ],
    ['Density', formatNumber(summary.density), 'density'],
    ['Mean degree', formatNumber(summary.meanDegree), 'meanDegree'],
    ['Components', formatCount(summary.components), 'component'],
    ['Isolated nodes', formatCount(summary.isolated), 'isolated'],
    ['Self-loops', formatCount(summary.selfLoops), 'selfLoop'],
    ['Duplicate edges', formatCount(summary.duplicates), 'duplicate'],
    ['Feature columns', summary.features === 0 ? 'none' : formatCount(summary.features), 'features'],
    ['Classes', summary.classes === 0 ? 'none' : formatCount(summary.classes), 'classes'],
  ];
  if (summary.homophily !== null) rows.push(['Edge homophily', formatShare(summary.homophily), 'homophily']);
  if (summary.relations > 0) rows.push(['Relations', formatCount(summary.relations)]);
  if (summary.graphs > 1) rows.push(['Graphs', formatCount(summary.graphs)]);
  return rows;
}
