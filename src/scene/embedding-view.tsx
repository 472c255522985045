import { useMemo } from 'react';
import { drawnProjections } from '../encoding/drawn-projections';
import { halfSize, zoomFactor } from '../encoding/position';
import { useStore } from '../store/store';
import { clicked } from './clicked';
import { embeddingDrawing, embeddingPlaces } from './drawings';
import { framing } from './frame';
import type { SceneInput } from './input';
import type { Message } from './messages';
import { SceneCanvas } from './scene-canvas';
import { useShownColours, useShownHop, useShownPredictions } from './shown';

const NO_MESSAGES: Message[] = [];
/** Zoomed, every hop fills the frame in its own way. */
const WHOLE = { x: 1, y: 1 };

/** The same nodes where their embedding has them at this hop, at the ends of their trails. */
export function EmbeddingView() {
  const graph = useStore((state) => state.graph);
  const trace = useStore((state) => state.trace);
  const scale = useStore((state) => state.view.scale);
  const focus = useStore((state) => state.focus);
  const hop = useShownHop();
  const colours = useShownColours();
  const predicted = useShownPredictions();

  const drawing = useMemo(() => graph && embeddingDrawing(graph), [graph]);
  const places = useMemo(() => trace && embeddingPlaces(trace, hop, scale), [trace, hop, scale]);
  const extent = useMemo(() => {
    if (!trace || scale === 'zoomed') return WHOLE;
    const { width, height } = halfSize(drawnProjections(trace), 0, 'true');
    return framing([0, 0], width, height).extent;
  }, [trace, scale]);

  // Enlarged, trails from outside the view would cover all there is in it.
  const lineStrength = useMemo(
    () => (trace && scale === 'zoomed' ? 1 / (1 + Math.log2(zoomFactor(drawnProjections(trace), hop))) : 1),
    [trace, hop, scale],
  );

  const input: SceneInput | null =
    drawing && places && colours && places.length === 2 * drawing.pointCount
      ? {
          ...{ graph: drawing, places, extent, colours, ...predicted, motion: 'tween', lineStrength },
          ...{ focus, incoming: NO_MESSAGES, beat: null },
        }
      : null;
  const label = trace ? `The embedding of ${trace.nodeCount} nodes at hop ${hop}` : 'No embedding yet';
  return <SceneCanvas name="embedding" label={label} input={input} onFocus={clicked} />;
}
