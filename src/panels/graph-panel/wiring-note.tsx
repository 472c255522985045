import { useMemo } from 'react';
import { counted, formatCount } from '../../charts/numbers';
import { changesOf } from '../../graph/wiring/changes';
import { rewiredGraph } from '../../graph/wiring/wiring';
import { useStore } from '../../store/store';
import './wiring-note.css';

/** That messages run along other edges than the graph's own, and which of the lines are which. */
export function WiringNote() {
  const graph = useStore((state) => state.graph);
  const { rewiring, virtualNode, fullyAdjacentLast } = useStore((state) => state.recipe);
  const changes = useMemo(
    () => (graph && rewiring ? changesOf(graph, rewiredGraph(graph, rewiring)) : null),
    [graph, rewiring],
  );
  if (!changes && !virtualNode && !fullyAdjacentLast) return null;
  return (
    <p className="selection-note wiring-note" data-control="wiring">
      {changes && (
        <>
          <span className="wiring-added" /> {counted(changes.added.source.length, 'edge')} added
          {changes.removed.length > 0 && (
            <>
              <span className="wiring-removed" /> {formatCount(changes.removed.length)} left out
            </>
          )}
        </>
      )}
      {virtualNode && <span>+ virtual node</span>}
      {fullyAdjacentLast && <span>last layer: all to all</span>}
    </p>
  );
}
