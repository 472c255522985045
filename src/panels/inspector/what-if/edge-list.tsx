import { useMemo, useState } from 'react';
import { type Graph, nodeName } from '../../../graph/graph';
import { Button, IconButton } from '../../../ui/button';
import { NodeSearch } from '../node-search';
import { type EdgeOf, edgesAt, makeEdits } from './make-edits';

interface EdgeListProps {
  graph: Graph;
  focus: number;
  onFocus: (node: number) => void;
}

const FIRST = 12;
const MORE = 50;

/** The edges of the focus, each to be taken away or led elsewhere. */
export function EdgeList({ graph, focus, onFocus }: EdgeListProps) {
  const [shown, setShown] = useState(FIRST);
  const [moving, setMoving] = useState<number | null>(null);
  const edges = useMemo(() => edgesAt(graph, focus), [graph, focus]);
  const rest = edges.length - shown;
  return (
    <section className="inspector-section">
      <h3>… lost an edge, or had it elsewhere</h3>
      {edges.length === 0 && <p className="inspector-hint">It has no edges.</p>}
      <ul className="edge-list">
        {edges.slice(0, shown).map((edge) => (
          <EdgeRow
            key={edge.edge}
            {...{ graph, focus, edge, onFocus }}
            moving={moving === edge.edge}
            onMove={(open) => setMoving(open ? edge.edge : null)}
          />
        ))}
      </ul>
      {rest > 0 && (
        <Button control="more-edges" tone="quiet" className="message-more" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(MORE, rest)} more of {edges.length.toLocaleString('en')}
        </Button>
      )}
    </section>
  );
}

interface EdgeRowProps extends EdgeListProps {
  edge: EdgeOf;
  /** Whether it is being asked where the edge should go instead. */
  moving: boolean;
  onMove: (open: boolean) => void;
}

function EdgeRow({ graph, focus, edge, moving, onMove, onFocus }: EdgeRowProps) {
  const { from, to, other, relation } = edge;
  const name = nodeName(graph, other);
  const which = { from, to, ...(relation !== undefined && { relation }) };
  // The end that is not the focus moves.
  const end = from === graph.ids[focus] ? 'to' : 'from';
  return (
    <li>
      <span className="edge-name">
        {graph.directed && <span className="edge-direction">{end === 'to' ? 'to' : 'from'} </span>}
        <button
          type="button"
          className="message-sender"
          title={`Focus on ${name}`}
          data-control="edge-end"
          onClick={() => onFocus(other)}
        >
          {name}
        </button>
        {relation !== undefined && <span className="edge-direction"> {relation}</span>}
      </span>
      <Button
        control="rewire-edge"
        tone="quiet"
        aria-label={`Lead the edge to ${name} elsewhere`}
        aria-expanded={moving}
        onClick={() => onMove(!moving)}
      >
        Rewire
      </Button>
      <IconButton
        control="remove-edge"
        icon="close"
        tone="quiet"
        label={`Without the edge to ${name}`}
        onClick={() => makeEdits({ do: 'remove-edge', ...which })}
      />
      {moving && (
        <div className="edge-onto">
          <NodeSearch
            control="rewire-onto"
            label={`Instead of ${name}: …`}
            graph={graph}
            onChoose={(node) => {
              onMove(false);
              makeEdits({ do: 'rewire', ...which, end, onto: graph.ids[node] });
            }}
          />
        </div>
      )}
    </li>
  );
}
