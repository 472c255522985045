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

/** Settles the graph on screen, unless it came with coordinates. */
export function layoutNewGraph(graph: Graph): void {
  run?.stop();
  run = null;
  if (graph.positions !== null) useStore.setState({ layout: { running: false, done: 0, total: 0 } });
  else settle(null, iterationsFor(graph.nodeCount, graph.edgeCount));
}

/** From the seeded start, all over. */
export function rerunLayout(): void {
  const { graph } = useStore.getState();
  if (graph) settle(null, iterationsFor(graph.nodeCount, graph.edgeCount));
}

/** Goes on from where the nodes are: the rest of a stopped run, or a full one more. */
export function continueLayout(): void {
  const { graph, positions, layout } = useStore.getState();
  if (!graph || layout.running) return;
  const left = layout.total - layout.done;
  settle(positions, left > 0 ? left : iterationsFor(graph.nodeCount, graph.edgeCount));
}

export function stopLayout(): void {
  run?.stop();
}

function settle(start: Float32Array | null, iterations: number): void {
  run?.stop();
  const { graph, view } = useStore.getState();
  if (!graph) return;
  const mine = startLayout(
    {
      nodeCount: graph.nodeCount,
      source: graph.source,
      target: graph.target,
      weight: graph.weight,
      start,
      seed: view.layoutSeed,
      iterations,
    },
    ({ positions, done, total }) => {
      if (run === mine) useStore.setState({ positions, layout: { running: true, done, total } });
    },
  );
  run = mine;
  useStore.setState({ layout: { running: true, done: 0, total: iterations } });
  mine.finished.then(
    (positions) => {
      if (run !== mine) return;
      const { layout } = useStore.getState();
      useStore.setState({ positions, layout: { ...layout, running: false } });
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
