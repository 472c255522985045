import { counted, formatCount } from '../../charts/numbers';
import { changesOf } from '../../graph/wiring/changes';
import { knownRewired } from '../../graph/wiring/wiring';
import { useStore } from '../../store/store';
import './wiring-note.css';

/** That messages run along other edges than the graph's own, and which of the lines are which. */
export function WiringNote() {
  const graph = useStore((state) => state.graph);
  const { rewiring, virtualNode, fullyAdjacentLast } = useStore((state) => state.recipe);
  // A new trace may have told what is rewired.
  useStore((state) => state.trace);
  const rewired = graph && rewiring ? knownRewired(graph, rewiring) : null;
  const changes = graph && rewired && changesOf(graph, rewired);
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
