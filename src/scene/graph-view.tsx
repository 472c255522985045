import { useMemo } from 'react';
import { DESCRIPTORS } from '../recipe/descriptors';
import { actions } from '../store/actions';
import { useStore } from '../store/store';
import { morphOf } from '../store/view';
import { graphDrawing } from './drawings';
import { useGraphPlaces } from './graph-places';
import { incomingOf } from './incoming';
import type { Beat, SceneInput } from './input';
import { useLineColours, useReading, useWiringChanges } from './reading';
import { SceneCanvas } from './scene-canvas';
import { useShownColours, useShownHop, useShownMarks, useShownSizes } from './shown';
import { useStepClock } from './step-cost';

/** The graph where its layout has it, or on the way to its embedding, coloured by the encoding, with the focus and what it hears. */
export function GraphView({ onPainted }: { onPainted?: () => void }) {
  useStepClock();
  const graph = useStore((state) => state.graph);
  const focus = useStore((state) => state.focus);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const explanation = useStore((state) => state.explanation);
  const subStep = useStore((state) => state.subStep);
  const morph = useStore((state) => (state.trace ? morphOf(state.view) : 0));
  const hop = useShownHop();
  const placed = useGraphPlaces();
  const colours = useShownColours();
  const marks = useShownMarks();
  const radii = useShownSizes();
  const reading = useReading('graph');
  const changes = useWiringChanges();
  const lineColours = useLineColours(changes);

  const drawing = useMemo(() => graph && graphDrawing(graph, changes), [graph, changes]);
  const incoming = useMemo(() => {
    // A layer that passes no messages has nobody one hop away.
    if (!graph || focus === null || !hopsFromFocus?.includes(1)) return [];
    const current = explanation?.hop === hop && explanation.node === graph.ids[focus];
    return incomingOf(graph, focus, current ? explanation : null);
  }, [graph, focus, hopsFromFocus, explanation, hop]);
  const exchanging = useStore(({ trace, recipe }) => trace !== null && DESCRIPTORS[recipe.conv].radius > 0);
  // Out of the messages that met, the update has made something else.
  const messages = hop > 0 && subStep !== 'update' && (focus === null ? exchanging : incoming.length > 0);
  const beat: Beat | null = messages ? { hop, goal: subStep === 'aggregate' ? 2 : 1 } : null;

  const input: SceneInput | null =
    drawing && placed && radii && colours && placed.places.length === 2 * drawing.pointCount
      ? { graph: drawing, ...placed, radii, colours, marks, lineColours, ...reading, focus, incoming, beat }
      : null;
  const pin = (node: number, x: number, y: number) => {
    if (!placed) return;
    const { centre, scale } = placed.framing;
    actions.pin(node, x * scale + centre[0], y * scale + centre[1]);
  };
  const label = graph
    ? `${graph.name}: ${graph.nodeCount} nodes and ${graph.edgeCount} edges${whereDrawn(morph)}`
    : 'No graph yet';
  return <SceneCanvas name="graph" label={label} input={input} onPainted={onPainted} onDrag={pin} />;
}

function whereDrawn(morph: number): string {
  if (morph === 0) return '';
  return morph === 1 ? ', where the embedding has them' : `, ${Math.round(100 * morph)} % of the way to the embedding`;
}
