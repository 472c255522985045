import { counted, formatCount } from '../../charts/numbers';
import { wiringChanges } from '../../store/rewired';
import { useStore } from '../../store/store';
import './wiring-note.css';

/** That messages run along other edges than the graph's own, and which of the lines are which. */
export function WiringNote() {
  const { virtualNode, fullyAdjacentLast } = useStore((state) => state.recipe);
  const changes = useStore(wiringChanges);
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
