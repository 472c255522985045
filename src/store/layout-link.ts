import { editedPositions } from '../graph/edits/beside';
import type { Graph } from '../graph/graph';
import { iterationsFor, seededStart, startLayout } from '../layout/client';
import type { LayoutRun } from '../layout/layout';
import { currentSession } from './current-session';
import { originalOf } from './edited';
import { messageOf } from './errors';
import { remember } from './history';
import { notify } from './notices';
import type { State } from './state';
import { useStore } from './store';

/**
 * The layout of the graph on screen: one run at a time, shown as it settles. An edited graph is laid out as its original is, so
 * that nothing jumps; what was added stands beside its neighbours.
 */

let run: LayoutRun | null = null;
/** (N₀, 2) where the layout has the nodes of an original. */
const laidOut = new WeakMap<Graph, Float32Array>();

/** Where the nodes are before any layout has run: the graph's own coordinates, else the seeded start. */
export function startPositions(graph: Graph, seed: number): Float32Array {
  const original = originalOf(graph);
  return placed(graph, laidOut.get(original) ?? original.positions ?? seededStart(original.nodeCount, seed));
}

/** An edit of a graph that is laid out already: nothing moves. */
export function placeEdited(graph: Graph): void {
  useStore.setState({ positions: startPositions(graph, useStore.getState().view.layoutSeed) });
}

function placed(graph: Graph, positions: Float32Array): Float32Array {
  const original = originalOf(graph);
  return graph === original ? positions : editedPositions(graph, original, positions);
}

/** Shows where the layout has the original's nodes now, in whatever edit of it is on screen. */
function show(original: Graph, positions: Float32Array): Pick<State, 'positions'> {
  laidOut.set(original, positions);
  const { graph } = useStore.getState();
  return { positions: graph && originalOf(graph) === original ? placed(graph, positions) : positions };
}

/** Settles the graph on screen as the view says; one that came with coordinates keeps them unless it says so. */
export function layoutGraph(graph: Graph): void {
  run?.stop();
  run = null;
  const original = originalOf(graph);
  const { layoutSeed, layoutIterations } = useStore.getState().view;
  useStore.setState(show(original, original.positions ?? seededStart(original.nodeCount, layoutSeed)));
  const iterations = layoutIterations ?? unsaidIterations(original);
  if (iterations === 0) useStore.setState({ layout: { running: false, done: 0, total: 0 } });
  else settle(original, 0, iterations);
}

/** From the seeded start, all over. */
export function rerunLayout(): void {
  const { graph } = useStore.getState();
  if (!graph) return;
  remember(currentSession(), 'layout');
  const original = originalOf(graph);
  settle(original, 0, usualIterations(original));
}

/** Goes on from where the nodes are: the rest of a stopped run, or as much again. */
export function continueLayout(): void {
  const { graph, layout } = useStore.getState();
  if (!graph || layout.running) return;
  const original = originalOf(graph);
  const usual = usualIterations(original);
  remember(currentSession(), 'layout');
  settle(original, layout.done, layout.done < usual ? usual : layout.done + usual);
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
  const { view } = useStore.getState();
  const now = laidOut.get(graph) ?? null;
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
      if (run !== mine) return;
      useStore.setState({ ...show(graph, positions), layout: { running: true, done: from + done, total: to } });
    },
  );
  run = mine;
  useStore.setState({ layout: { running: true, done: from, total: to } });
  rememberIterations(graph, to);
  mine.finished.then(
    (positions) => {
      if (run !== mine) return;
      const { layout } = useStore.getState();
      useStore.setState({ ...show(graph, positions), layout: { ...layout, running: false } });
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
