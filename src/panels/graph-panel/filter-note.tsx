import { counted, formatCount } from '../../charts/numbers';
import { actions } from '../../store/actions';
import { useStore } from '../../store/store';
import { IconButton } from '../../ui/button';
import { useFilterCount } from './filter-menu';
import './selection-note.css';

/** That some nodes are held back, and how many are not. */
export function FilterNote() {
  const nodes = useStore((state) => state.graph?.nodeCount ?? 0);
  const count = useFilterCount();
  if (count === null) return null;
  return (
    <p className="selection-note" data-control="filter-note">
      <span>
        Filter: <strong>{formatCount(count)}</strong> of {counted(nodes, 'node')}
      </span>
      <IconButton
        control="filter-end"
        icon="close"
        label="Show all nodes"
        tone="quiet"
        onClick={() => actions.setFilter([])}
      />
    </p>
  );
}
