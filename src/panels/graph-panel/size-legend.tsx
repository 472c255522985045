import { formatNumber } from '../../charts/numbers';
import { sizeLegend } from '../../encoding/size';
import { fieldTitle } from '../../graph/field';
import { useStore } from '../../store/store';

/** What the sizes of nodes stand for: the smallest, the middle and the largest. */
export function SizeLegend() {
  const graph = useStore((state) => state.graph);
  const size = useStore((state) => state.view.size ?? 'degree');
  const entries = graph && sizeLegend(graph, size);
  if (!entries || size === 'equal') return null;
  return (
    <ul className="legend legend-sizes" aria-label={`Size: ${fieldTitle(size)}`} data-control="size-legend">
      <li className="legend-title">{fieldTitle(size)}</li>
      {entries.map(({ value, radius }) => (
        <li key={value}>
          <span className="legend-size" style={{ width: 2 * radius, height: 2 * radius }} />
          <span className="legend-label">{formatNumber(value)}</span>
        </li>
      ))}
    </ul>
  );
}
