import { useMemo, useSyncExternalStore } from 'react';
import { classColour } from '../encoding/class-colour';
import { drawnProjections } from '../encoding/drawn-projections';
import { edgeColours } from '../encoding/edge-colour';
import { predictedWords } from '../encoding/predicted';
import { shownTheme, watchTheme } from '../encoding/shown-theme';
import { edgesAreDrawn } from '../graph/limits';
import type { WiringChanges } from '../graph/wiring/changes';
import { wiringChanges } from '../store/rewired';
import { useStore } from '../store/store';
import type { SceneName } from './handles';
import type { Groups, SceneInput } from './input';
import { useDrawnHop } from './shown';

/** What helps to read a view: the node under the pointer, wherever that is, what is known of it, and the outlines of classes. */
export function useReading(name: SceneName): Pick<SceneInput, 'hovered' | 'card' | 'remarks' | 'groups'> {
  const hovered = useStore((state) => state.hovered?.node ?? null);
  // From a list, the card is shown by the graph.
  const card = useStore(({ hovered: at }) => at !== null && (at.by === name || (at.by === 'list' && name === 'graph')));
  return { hovered, card, remarks: useRemarks(), groups: useClassGroups() };
}

function useRemarks(): SceneInput['remarks'] {
  const graph = useStore((state) => state.graph);
  const trace = useStore(({ trace: last, graph: here }) => (last?.nodeCount === here?.nodeCount ? last : null));
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const hop = useDrawnHop();
  return useMemo(() => {
    const scores = trace && drawnProjections(trace)[hop];
    return (node) => [
      ...(scores ? [`hop ${hop}: ${[0, 1, 2].map((k) => short(scores[3 * node + k])).join(', ')}`] : []),
      ...(hopsFromFocus ? [heardBy(hopsFromFocus[node])] : []),
      ...(graph && trace?.predictions ? [predictedWords(graph, trace.predictions, node)] : []),
    ];
  }, [graph, trace, hopsFromFocus, hop]);
}

function short(value: number): string {
  return Number(value.toPrecision(3)).toString().replace('-', '\u2212');
}

function heardBy(hops: number): string {
  if (hops < 0) return 'never heard by the focus';
  return `heard by the focus from hop ${hops} on`;
}

function useClassGroups(): Groups | null {
  const graph = useStore((state) => state.graph);
  const shown = useStore((state) => state.view.hulls ?? false);
  const theme = useSyncExternalStore(watchTheme, shownTheme);
  return useMemo(() => {
    if (!shown || !graph?.labels) return null;
    const colours = graph.classes.map((_, label) => [...classColour(label, theme), 255] as const);
    return { of: graph.labels, colours };
  }, [shown, graph, theme]);
}

/** (L, 4) the colours of the lines, by the type of edges and by what a rewiring changes; null where they have none of their own. */
export function useLineColours(changes: WiringChanges | null): Uint8Array | null {
  const graph = useStore((state) => state.graph);
  const theme = useSyncExternalStore(watchTheme, shownTheme);
  return useMemo(
    () => (graph && edgesAreDrawn(graph) ? edgeColours(graph, theme, changes) : null),
    [graph, theme, changes],
  );
}

/** What the rewiring of the recipe changes of the edges that are drawn; null for nothing. */
export function useWiringChanges(): WiringChanges | null {
  const graph = useStore((state) => state.graph);
  const changes = useStore(wiringChanges);
  return graph && edgesAreDrawn(graph) ? changes : null;
}
