import { useMemo } from 'react';
import { drawnProjections } from '../encoding/drawn-projections';
import { zoomFactor } from '../encoding/position';
import { crowdedSizes } from '../encoding/size';
import { useStore } from '../store/store';
import { embeddingDrawing, embeddingExtent, embeddingPlaces } from './drawings';
import type { SceneInput } from './input';
import type { Message } from './messages';
import { useReading } from './reading';
import { SceneCanvas } from './scene-canvas';
import { useDrawnHop, useShownColours, useShownMarks, useShownSizes } from './shown';

const NO_MESSAGES: Message[] = [];
const NO_PINS: number[] = [];
const NOTHING = { x: 1, y: 1 };

/** The same nodes where their embedding has them at this hop, at the ends of their trails. */
export function EmbeddingView() {
  const graph = useStore((state) => state.graph);
  const trace = useStore((state) => state.trace);
  const scale = useStore((state) => state.view.scale);
  const focus = useStore((state) => state.focus);
  const hop = useDrawnHop();
  const colours = useShownColours();
  const marks = useShownMarks();
  const sizes = useShownSizes();
  const reading = useReading('embedding');
  const radii = useMemo(() => sizes && crowdedSizes(sizes), [sizes]);

  const drawing = useMemo(() => graph && embeddingDrawing(graph), [graph]);
  const places = useMemo(() => trace && embeddingPlaces(trace, hop, scale), [trace, hop, scale]);
  const extent = useMemo(() => (trace ? embeddingExtent(trace, scale) : NOTHING), [trace, scale]);

  // Enlarged, trails from outside the view would cover all there is in it.
  const lineStrength = useMemo(
    () => (trace && scale === 'zoomed' ? 1 / (1 + Math.log2(zoomFactor(drawnProjections(trace), hop))) : 1),
    [trace, hop, scale],
  );

  const input: SceneInput | null =
    drawing && places && radii && colours && places.length === 2 * drawing.pointCount
      ? {
          ...{
            graph: drawing,
            places,
            extent,
            radii,
            colours,
            marks,
            lineColours: null,
            movable: false,
            pinned: NO_PINS,
            ...reading,
          },
          ...{ motion: 'tween', lineStrength },
          ...{ focus, incoming: NO_MESSAGES, beat: null },
        }
      : null;
  const label = trace ? `The embedding of ${trace.nodeCount} nodes at hop ${hop}` : 'No embedding yet';
  return <SceneCanvas name="embedding" label={label} input={input} />;
}
