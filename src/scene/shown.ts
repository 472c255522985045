import { useMemo, useSyncExternalStore } from 'react';
import { colours } from '../encoding/colours';
import { drawnProjections } from '../encoding/drawn-projections';
import { wrongMarks } from '../encoding/predicted';
import { dimmed } from '../encoding/presence';
import { shownTheme, watchTheme } from '../encoding/shown-theme';
import { nodeSizes } from '../encoding/size';
import { passing } from '../graph/filter';
import { useStore } from '../store/store';
import { drawnHop } from '../store/sub-step';

/** The hop on screen: the one asked for, or the last there is. */
export function useShownHop(): number {
  return useStore(({ hop, trace }) => (trace ? Math.min(hop, trace.hops) : hop));
}

/** The hop whose embedding is drawn: the one before, while the focus has not taken up the messages of this one. */
export function useDrawnHop(): number {
  return useStore(drawnHop);
}

/** (N) 1 for the nodes that are meant: selected, or shown by the filter; null when all are. */
function useKept(): Uint8Array | null {
  const graph = useStore((state) => state.graph);
  const filter = useStore((state) => state.view.filter);
  const selection = useStore((state) => state.selection);
  return useMemo(() => {
    if (!graph) return null;
    if (!selection) return filter ? passing(graph, filter) : null;
    const kept = new Uint8Array(graph.nodeCount);
    for (const node of selection) kept[node] = 1;
    return kept;
  }, [graph, filter, selection]);
}

/** (N, 4) RGBA bytes of the encoding chosen, faded what the focus has not heard yet, dimmed what is not meant; null without a graph. */
export function useShownColours(): Uint8ClampedArray | null {
  const graph = useStore((state) => state.graph);
  const trace = useStore((state) => state.trace);
  const encoding = useStore((state) => state.view.colour);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const hop = useDrawnHop();
  const kept = useKept();
  const theme = useSyncExternalStore(watchTheme, shownTheme);
  return useMemo(() => {
    if (!graph) return null;
    // While another graph's trace is being computed the old one says nothing about this graph.
    const own = trace?.nodeCount === graph.nodeCount ? trace : null;
    const context = { graph, hop, hopsFromFocus, heardWithin: hop, predictions: own?.predictions ?? null, theme };
    const difference = own?.difference ?? null;
    return dimmed(colours(encoding, { ...context, difference, projections: own && drawnProjections(own) }), kept);
  }, [graph, trace, encoding, hopsFromFocus, hop, theme, kept]);
}

/** (N) radius of each node in pixels; null without a graph. */
export function useShownSizes(): Float32Array | null {
  const graph = useStore((state) => state.graph);
  const encoding = useStore((state) => state.view.size);
  return useMemo(() => graph && nodeSizes(graph, encoding), [graph, encoding]);
}

/** (N) 1 for nodes that are predicted wrong, where the colours are about predictions; null for no marks. */
export function useShownMarks(): Uint8Array | null {
  const graph = useStore((state) => state.graph);
  const predictions = useStore((state) => state.trace?.predictions ?? null);
  const marked = useStore(({ view }) => view.colour === 'prediction' || view.colour === 'confidence');
  return useMemo(
    () => (marked && graph && predictions?.label.length === graph.nodeCount ? wrongMarks(graph, predictions) : null),
    [graph, predictions, marked],
  );
}
