import { useMemo } from 'react';
import type { FilmSource } from '../charts/thumbnail';
import { useTheme } from '../charts/use-theme';
import { colours } from '../encoding/colours';
import { drawnProjections } from '../encoding/drawn-projections';
import type { Trace } from '../engine/protocol';
import type { Graph } from '../graph/graph';
import { useStore } from '../store/store';

/**
 * The embedding of every hop of a trace in the colours chosen; null without a trace. A step leaves it as it is.
 * @param hopsFromFocus (N), for the colours of reach; null without focus, or for other colours.
 */
export function useLaneFilm(
  graph: Graph | null,
  trace: Trace | null,
  hopsFromFocus: Int32Array | null,
): FilmSource | null {
  const encoding = useStore((state) => state.view.colour);
  const theme = useTheme();
  return useMemo(() => {
    if (!graph || !trace) return null;
    const projections = drawnProjections(trace);
    const { predictions, difference } = trace;
    const context = { graph, projections, hopsFromFocus, heardWithin: null, predictions, difference, theme };
    return { projections, colours: (hop: number) => colours(encoding, { ...context, hop }) };
  }, [graph, trace, encoding, hopsFromFocus, theme]);
}
