import { useMemo, useState } from 'react';
import { counted, formatCount } from '../../charts/numbers';
import { degreesOf } from '../../graph/degree';
import { type Graph, nodeName } from '../../graph/graph';
import { Button } from '../../ui/button';
import { className } from '../names';
import './node-table.css';
import { type NodeOrder, orderedNodes } from './node-order';

interface NodeTableProps {
  graph: Graph;
  onFocus: (node: number) => void;
}

const FIRST = 12;
const MORE = 100;

/** The nodes in words: what the picture shows for those who do not see it, and a way in without a mouse. */
export function NodeTable({ graph, onFocus }: NodeTableProps) {
  const [by, setBy] = useState<NodeOrder>('degree');
  const [shown, setShown] = useState(FIRST);
  const nodes = useMemo(() => orderedNodes(graph, by), [graph, by]);
  const degrees = degreesOf(graph);
  const rest = nodes.length - shown;
  const heading = (order: NodeOrder, title: string) => (
    <th scope="col" aria-sort={by === order ? (order === 'degree' ? 'descending' : 'ascending') : undefined}>
      <button
        type="button"
        className="node-table-sort"
        data-control={`nodes-by-${order}`}
        title={`Sort by ${title.toLowerCase()}`}
        onClick={() => setBy(order)}
      >
        {title}
        {by === order && <span aria-hidden="true">{order === 'degree' ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
  return (
    <>
      <table className="node-table" data-control="node-table">
        <caption>
          {counted(graph.nodeCount, 'node')}, {counted(graph.edgeCount, 'edge')}
        </caption>
        <thead>
          <tr>
            {heading('name', 'Node')}
            {graph.labels && heading('class', 'Class')}
            {heading('degree', 'Edges')}
          </tr>
        </thead>
        <tbody>
          {nodes.slice(0, shown).map((node) => (
            <tr key={graph.ids[node]}>
              <td>
                <button
                  type="button"
                  className="message-sender"
                  data-control="node-row"
                  title={`Focus on ${nodeName(graph, node)}`}
                  onClick={() => onFocus(node)}
                >
                  {nodeName(graph, node)}
                </button>
              </td>
              {graph.labels && <ClassCell name={className(graph, node)} />}
              <td>{formatCount(degrees[node])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {rest > 0 && (
        <Button control="more-nodes" tone="quiet" className="message-more" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(MORE, rest)} more of {formatCount(nodes.length)}
        </Button>
      )}
    </>
  );
}

function ClassCell({ name }: { name: string | null }) {
  return (
    <td className="node-table-class" title={name ?? undefined}>
      {name ?? '–'}
    </td>
  );
}
