import { useMemo, useSyncExternalStore } from 'react';
import { colours } from '../encoding/colours';
import { drawnProjections } from '../encoding/drawn-projections';
import { predictedWords, wrongMarks } from '../encoding/predicted';
import { shownTheme, watchTheme } from '../encoding/shown-theme';
import { useStore } from '../store/store';
import type { SceneInput } from './input';

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
    const own = trace?.nodeCount === graph.nodeCount ? trace : null;
    const context = { graph, hop, hopsFromFocus, heardWithin: hop, predictions: own?.predictions ?? null, theme };
    return colours(encoding, { ...context, projections: own && drawnProjections(own) });
  }, [graph, trace, encoding, hopsFromFocus, hop, theme]);
}

/** Which nodes are predicted wrong, to be marked where the colours are about predictions, and what is said of each on its card. */
export function useShownPredictions(): Pick<SceneInput, 'marks' | 'remark'> {
  const graph = useStore((state) => state.graph);
  const predictions = useStore((state) => state.trace?.predictions ?? null);
  const marked = useStore(({ view }) => view.colour === 'prediction' || view.colour === 'confidence');
  return useMemo(() => {
    if (!graph || predictions?.label.length !== graph.nodeCount) return { marks: null, remark: null };
    return {
      marks: marked ? wrongMarks(graph, predictions) : null,
      remark: (node) => predictedWords(graph, predictions, node),
    };
  }, [graph, predictions, marked]);
}
