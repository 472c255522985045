import { useMemo } from 'react';
import { useStore } from '../store/store';
import { clicked } from './clicked';
import { graphDrawing } from './drawings';
import { framed, frameOf } from './frame';
import { incomingOf } from './incoming';
import type { SceneInput } from './input';
import { SceneCanvas } from './scene-canvas';
import { useShownColours, useShownHop, useShownPredictions } from './shown';
import { useStepClock } from './step-cost';

/** The graph where its layout has it, coloured by the encoding, with the focus and what it hears. */
export function GraphView({ onPainted }: { onPainted?: () => void }) {
  useStepClock();
  const graph = useStore((state) => state.graph);
  const positions = useStore((state) => state.positions);
  const focus = useStore((state) => state.focus);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const explanation = useStore((state) => state.explanation);
  const hop = useShownHop();
  const colours = useShownColours();
  const predicted = useShownPredictions();

  const drawing = useMemo(() => graph && graphDrawing(graph), [graph]);
  const placed = useMemo(() => {
    if (!positions) return null;
    const framing = frameOf(positions);
    return { places: framed(positions, framing), extent: framing.extent };
  }, [positions]);

  const incoming = useMemo(() => {
    // A layer that passes no messages has nobody one hop away.
    if (!graph || focus === null || !hopsFromFocus?.includes(1)) return [];
    const current = explanation?.hop === hop && explanation.node === graph.ids[focus];
    return incomingOf(graph, focus, current ? explanation : null);
  }, [graph, focus, hopsFromFocus, explanation, hop]);

  const input: SceneInput | null =
    drawing && placed && colours && placed.places.length === 2 * drawing.pointCount
      ? {
          graph: drawing,
          ...placed,
          colours,
          ...predicted,
          motion: 'live',
          focus,
          incoming,
          beat: focus !== null && hop > 0 && incoming.length > 0 ? hop : null,
        }
      : null;
  const label = graph ? `${graph.name}: ${graph.nodeCount} nodes and ${graph.edgeCount} edges` : 'No graph yet';
  return <SceneCanvas name="graph" label={label} input={input} onFocus={clicked} onPainted={onPainted} />;
}
