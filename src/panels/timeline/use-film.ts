import { useMemo } from 'react';
import type { FilmSource } from '../../charts/thumbnail';
import { useTheme } from '../../charts/use-theme';
import { colours } from '../../encoding/colours';
import { drawnProjections } from '../../encoding/drawn-projections';
import { useStore } from '../../store/store';

/** The embedding of every hop in the colours chosen; null before the first trace. A step leaves it as it is. */
export function useFilm(): FilmSource | null {
  const graph = useStore((state) => state.graph);
  const projections = useStore((state) => state.trace && drawnProjections(state.trace));
  const predictions = useStore((state) => state.trace?.predictions ?? null);
  const difference = useStore((state) => state.trace?.difference ?? null);
  const encoding = useStore((state) => state.view.colour);
  const hopsFromFocus = useStore((state) => (state.view.colour === 'reach' ? state.hopsFromFocus : null));
  const theme = useTheme();
  return useMemo(() => {
    if (!graph || !projections) return null;
    const context = { graph, projections, hopsFromFocus, heardWithin: null, predictions, difference, theme };
    return { projections, colours: (hop: number) => colours(encoding, { ...context, hop }) };
  }, [graph, projections, predictions, encoding, hopsFromFocus, theme]);
}
