import type { Graph } from '../graph/graph';
import { iterationsFor, seededStart, startLayout } from '../layout/client';
import type { LayoutRun } from '../layout/layout';
import { currentSession } from './current-session';
import { messageOf } from './errors';
import { remember } from './history';
import { notify } from './notices';
import { useStore } from './store';

/** The layout of the graph on screen: one run at a time, shown as it settles. */

let run: LayoutRun | null = null;

/** Where the nodes are before any layout has run: the graph's own coordinates, else the seeded start. */
export function startPositions(graph: Graph, seed: number): Float32Array {
  return graph.positions ?? seededStart(graph.nodeCount, seed);
}

/** Settles the graph on screen as the view says; one that came with coordinates keeps them unless it says so. */
export function layoutGraph(graph: Graph): void {
  run?.stop();
  run = null;
  useStore.setState({ positions: startPositions(graph, useStore.getState().view.layoutSeed) });
  const iterations = useStore.getState().view.layoutIterations ?? unsaidIterations(graph);
  if (iterations === 0) useStore.setState({ layout: { running: false, done: 0, total: 0 } });
  else settle(graph, 0, iterations);
}

/** From the seeded start, all over. */
export function rerunLayout(): void {
  const { graph } = useStore.getState();
  if (!graph) return;
  remember(currentSession(), 'layout');
  settle(graph, 0, usualIterations(graph));
}

/** Goes on from where the nodes are: the rest of a stopped run, or as much again. */
export function continueLayout(): void {
  const { graph, layout } = useStore.getState();
  if (!graph || layout.running) return;
  const usual = usualIterations(graph);
  remember(currentSession(), 'layout');
  settle(graph, layout.done, layout.done < usual ? usual : layout.done + usual);
}

export function stopLayout(): void {
  if (useStore.getState().layout.running) remember(currentSession(), 'layout');
  haltLayout();
}

/** Stops it for the page's own reasons, which are nothing to undo. */
export function haltLayout(): void {
  run?.stop();
}

function usualIterations(graph: Graph): number {
  return iterationsFor(graph.nodeCount, graph.edgeCount);
}

function unsaidIterations(graph: Graph): number {
  return graph.positions === null ? usualIterations(graph) : 0;
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
  rememberIterations(graph, to);
  mine.finished.then(
    (positions) => {
      if (run !== mine) return;
      const { layout } = useStore.getState();
      useStore.setState({ positions, layout: { ...layout, running: false } });
      rememberIterations(graph, layout.done);
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

/** The session says how far the layout goes, where that does not go without saying. */
function rememberIterations(graph: Graph, iterations: number): void {
  const { view } = useStore.getState();
  const layoutIterations = iterations === unsaidIterations(graph) ? undefined : iterations;
  if (layoutIterations !== view.layoutIterations) useStore.setState({ view: { ...view, layoutIterations } });
}
