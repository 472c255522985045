import { useMemo, useSyncExternalStore } from 'react';
import { colours } from '../encoding/colours';
import { drawnProjections } from '../encoding/drawn-projections';
import { shownTheme, watchTheme } from '../encoding/shown-theme';
import { useStore } from '../store/store';

/** The hop on screen: the one asked for, or the last there is. */
export function useShownHop(): number {
  return useStore(({ hop, trace }) => (trace ? Math.min(hop, trace.hops) : hop));
}

/** (N, 4) RGBA bytes of the encoding chosen, what the focus has not heard yet faded; null without a graph. */
export function useShownColours(): Uint8ClampedArray | null {
  const graph = useStore((state) => state.graph);
  const trace = useStore((state) => state.trace);
  const encoding = useStore((state) => state.view.colour);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const hop = useShownHop();
  const theme = useSyncExternalStore(watchTheme, shownTheme);
  return useMemo(() => {
    if (!graph) return null;
    // While another graph's trace is being computed the old one says nothing about this graph.
    const projections = trace?.nodeCount === graph.nodeCount ? drawnProjections(trace) : null;
    return colours(encoding, { graph, projections, hop, hopsFromFocus, heardWithin: hop, theme });
  }, [graph, trace, encoding, hopsFromFocus, hop, theme]);
}
