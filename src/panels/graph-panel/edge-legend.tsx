import { useTheme } from '../../charts/use-theme';
import { edgeEntries } from '../../encoding/edge-colour';
import { edgesAreDrawn } from '../../graph/limits';
import { useStore } from '../../store/store';
import { columnsFor } from './legend-columns';

const MOST = 12;

/** What the colours of the edges stand for. */
export function EdgeLegend() {
  const graph = useStore((state) => state.graph);
  const theme = useTheme();
  const entries = graph && edgesAreDrawn(graph) ? edgeEntries(graph, theme) : [];
  if (entries.length === 0) return null;
  const shown = entries.slice(0, MOST);
  return (
    <ul className="legend" aria-label="Type of edge" data-control="edge-legend" {...columnsFor(shown)}>
      <li className="legend-title">Edges</li>
      {shown.map(({ label, colour }) => (
        <li key={label}>
          <span className="legend-edge" style={{ background: colour }} />
          <span className="legend-label">{label}</span>
        </li>
      ))}
      {entries.length > MOST && <li>and {entries.length - MOST} more</li>}
    </ul>
  );
}
