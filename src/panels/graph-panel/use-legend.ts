import { useMemo } from 'react';
import { useTheme } from '../../charts/use-theme';
import { type Legend, legend } from '../../encoding/legend';
import { useStore } from '../../store/store';

/** What the colours mean; null for the embedding, whose colours are likeness itself and are explained beside it. */
export function useLegend(): Legend | null {
  const graph = useStore((state) => state.graph);
  const encoding = useStore((state) => state.view.colour);
  const hopsFromFocus = useStore((state) => (state.view.colour === 'reach' ? state.hopsFromFocus : null));
  const predictions = useStore((state) => state.trace?.predictions ?? null);
  const difference = useStore((state) => state.trace?.difference ?? null);
  const theme = useTheme();
  return useMemo(
    () =>
      graph && encoding !== 'embedding'
        ? legend(encoding, { graph, hopsFromFocus, predictions, difference, theme })
        : null,
    [graph, encoding, hopsFromFocus, predictions, difference, theme],
  );
}
