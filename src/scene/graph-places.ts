import { useEffect, useMemo, useRef } from 'react';
import type { Graph } from '../graph/graph';
import { indexOfNode } from '../graph/node-index';
import { originalOf } from '../store/edited';
import { useStore } from '../store/store';
import { morphOf } from '../store/view';
import { embeddingExtent, nodePlaces } from './drawings';
import { type Framing, framed, frameOf, widened } from './frame';
import type { SceneInput } from './input';
import { morphed, type Placed } from './morph';
import { useDrawnHop } from './shown';

/** Where the graph view has the nodes, and how they come there. */
interface GraphPlaces extends Placed, Pick<SceneInput, 'motion' | 'movable' | 'pinned'> {
  /** From the layout's numbers to the frame. */
  framing: Framing;
}

/** Between layout and embedding, with what was pinned by hand; null without a graph. */
export function useGraphPlaces(): GraphPlaces | null {
  const graph = useStore((state) => state.graph);
  const positions = useStore((state) => state.positions);
  const pins = useStore((state) => state.view.pins);
  const running = useStore((state) => state.layout.running);
  const trace = useStore((state) => state.trace);
  const scale = useStore((state) => state.view.scale);
  const morph = useStore((state) => morphOf(state.view));
  const hop = useDrawnHop();

  const pinned = useMemo(
    () => Object.keys(pins ?? {}).flatMap((id) => (graph && indexOfNode(graph, id)) ?? []),
    [graph, pins],
  );
  // A node that is taken out leaves its room behind, or all others would move.
  const frame = useRef<{ original: Graph; framing: Framing } | null>(null);
  const layout = useMemo(() => {
    if (!graph || !positions) return null;
    const placed = positions.slice();
    for (const node of pinned) placed.set(pins?.[graph.ids[node]] ?? [], 2 * node);
    const original = originalOf(graph);
    const kept = frame.current?.original === original && graph !== original ? frame.current.framing : null;
    const framing = kept ? widened(kept, placed) : frameOf(placed);
    frame.current = { original, framing: kept ?? framing };
    return { places: framed(placed, framing), extent: framing.extent, framing };
  }, [graph, positions, pinned, pins]);
  const embedding = useMemo(() => {
    if (!trace || morph === 0 || trace.nodeCount !== graph?.nodeCount) return null;
    return { places: nodePlaces(trace, hop, scale), extent: embeddingExtent(trace, scale) };
  }, [graph, trace, morph, hop, scale]);
  const placed = useMemo(
    () => layout && (embedding ? morphed(layout, embedding, morph) : layout),
    [layout, embedding, morph],
  );

  // What a layout in progress moves is put there; all else goes there in a step.
  const before = useRef({ positions, running });
  const live = positions !== before.current.positions && (running || before.current.running);
  useEffect(() => {
    before.current = { positions, running };
  });
  if (!layout || !placed) return null;
  const { framing } = layout;
  return { ...placed, framing, motion: live ? 'live' : 'tween', movable: !embedding, pinned };
}
