import { useTheme } from '../../charts/use-theme';
import { edgeEntries } from '../../encoding/edge-colour';
import { edgesAreDrawn } from '../../graph/limits';
import { useStore } from '../../store/store';

const MOST = 12;

/** What the colours of the edges stand for. */
export function EdgeLegend() {
  const graph = useStore((state) => state.graph);
  const theme = useTheme();
  const entries = graph && edgesAreDrawn(graph) ? edgeEntries(graph, theme) : [];
  if (entries.length === 0) return null;
  return (
    <ul className="legend" aria-label="Type of edge" data-control="edge-legend">
      <li className="legend-title">Edges</li>
      {entries.slice(0, MOST).map(({ label, colour }) => (
        <li key={label}>
          <span className="legend-edge" style={{ background: colour }} />
          <span className="legend-label">{label}</span>
        </li>
      ))}
      {entries.length > MOST && <li>and {entries.length - MOST} more</li>}
    </ul>
  );
}
