import type { Graph } from '../graph/graph';
import { iterationsFor, seededStart, startLayout } from '../layout/client';
import type { LayoutRun } from '../layout/layout';
import { messageOf } from './errors';
import { notify } from './notices';
import { useStore } from './store';

/** The layout of the graph on screen: one run at a time, shown as it settles. */

let run: LayoutRun | null = null;

/** Where the nodes are before any layout has run: the graph's own coordinates, else the seeded start. */
export function startPositions(graph: Graph, seed: number): Float32Array {
  return graph.positions ?? seededStart(graph.nodeCount, seed);
}

/** Settles the graph on screen as the view says, unless it came with coordinates. */
export function layoutGraph(graph: Graph): void {
  run?.stop();
  run = null;
  useStore.setState({ positions: startPositions(graph, useStore.getState().view.layoutSeed) });
  if (graph.positions !== null) useStore.setState({ layout: { running: false, done: 0, total: 0 } });
  else settle(graph, 0, useStore.getState().view.layoutIterations ?? usualIterations(graph));
}

/** From the seeded start, all over. */
export function rerunLayout(): void {
  const { graph } = useStore.getState();
  if (graph) settle(graph, 0, usualIterations(graph));
}

/** Goes on from where the nodes are: the rest of a stopped run, or as much again. */
export function continueLayout(): void {
  const { graph, layout } = useStore.getState();
  if (!graph || layout.running) return;
  const usual = usualIterations(graph);
  settle(graph, layout.done, layout.done < usual ? usual : layout.done + usual);
}

export function stopLayout(): void {
  run?.stop();
}

function usualIterations(graph: Graph): number {
  return iterationsFor(graph.nodeCount, graph.edgeCount);
}

/** Runs iterations `from`…`to`. A stop and a later go-on end where one run would have: what is drawn depends on their number alone. */
function settle(graph: Graph, from: number, to: number): void {
  run?.stop();
  const { view, positions: now } = useStore.getState();
  const mine = startLayout(
    {
      nodeCount: graph.nodeCount,
      source: graph.source,
      target: graph.target,
      weight: graph.weight,
      start: from === 0 ? null : now,
      seed: view.layoutSeed,
      iterations: to - from,
    },
    ({ positions, done }) => {
      if (run === mine) useStore.setState({ positions, layout: { running: true, done: from + done, total: to } });
    },
  );
  run = mine;
  useStore.setState({ layout: { running: true, done: from, total: to } });
  mine.finished.then(
    (positions) => {
      if (run !== mine) return;
      const { layout, view: latest } = useStore.getState();
      const layoutIterations = layout.done === usualIterations(graph) ? undefined : layout.done;
      useStore.setState({ positions, layout: { ...layout, running: false }, view: { ...latest, layoutIterations } });
    },
    (error: unknown) => {
      if (run !== mine) return;
      useStore.setState({ layout: { running: false, done: 0, total: 0 } });
      notify(
        'error',
        'The layout stopped',
        `${messageOf(error)}. The nodes stay where they are; run the layout again.`,
      );
    },
  );
}
