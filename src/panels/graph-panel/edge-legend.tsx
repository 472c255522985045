import { useTheme } from '../../charts/use-theme';
import { edgeEntries } from '../../encoding/edge-colour';
import { edgesAreDrawn } from '../../graph/limits';
import { useStore } from '../../store/store';
import { LegendList } from './legend-list';

/** What the colours of the edges stand for. */
export function EdgeLegend() {
  const graph = useStore((state) => state.graph);
  const theme = useTheme();
  const entries = graph && edgesAreDrawn(graph) ? edgeEntries(graph, theme) : [];
  if (entries.length === 0) return null;
  return (
    <LegendList
      label="Type of edge"
      control="edge-legend"
      heading="Edges"
      entries={entries}
      mark={({ colour }) => <span className="legend-edge" style={{ background: colour }} />}
    />
  );
}
