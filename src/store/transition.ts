import type { Graph } from '../graph/graph';
import { indexOfNode } from '../graph/node-index';
import { summarise } from '../graph/summary';
import { whyNoWiring } from '../graph/wiring/wiring';
import { factsOf } from '../recipe/facts';
import { validateRecipe } from '../recipe/validate';
import { companionsOf, frontAsCompanion } from './companions';
import { currentSession } from './current-session';
import { sameDataset, sameUnedited } from './datasets';
import { editedGraph, originalOf } from './edited';
import { engineWith } from './engine-link';
import { Superseded } from './errors';
import { remember } from './history';
import { provideWeights } from './kept-weights';
import { haltLayout, layoutGraph, placeEdited, startPositions } from './layout-link';
import { load } from './loading';
import { notify } from './notices';
import { takeRewired } from './rewired';
import { sameJson } from './same-json';
import type { DatasetRef, Session, ViewSettings } from './session';
import type { Companion, State } from './state';
import { focusOn, isLearned, predicts } from './stepping';
import { useStore } from './store';
import { viewOf } from './view';

/**
 * Going from one session to another: load, check, show, compute. Only one transition is under way; a newer one takes
 * its place. One that fails leaves the screen as it was before it.
 */

export interface TransitionOptions {
  /** The target's graph, when it is at hand. */
  graph?: Graph;
  /** What is known of the target's lanes after the first. */
  companions?: readonly Companion[];
  /** False keeps the change out of the history: undo itself, and what opens with the page. */
  undo?: boolean;
  /** What kind of change it is to the history; those through the epochs of a training count as one. */
  kind?: 'session' | 'epoch';
}

let latest = 0;
/** What to go back to when a transition fails: the last state whose trace belongs to its graph and recipe. */
let settled: { session: Session; state: Partial<State> } | null = null;

/**
 * Shows a session; resolves when its trace is complete.
 * @throws {Error} when its graph cannot be loaded, its recipe is illegal or the run fails; the screen is then as before.
 * @throws {Superseded} when a newer transition took its place.
 */
export async function showSession(
  target: Session,
  { graph: given, companions: known = [], undo = true, kind = 'session' }: TransitionOptions = {},
): Promise<void> {
  const [{ dataset, recipe: asked }] = target.lanes;
  const graph = given ?? graphAtHand(dataset) ?? (await load(dataset));
  const recipe = validateRecipe(asked, factsOf(graph));
  const unwired = whyNoWiring(graph, recipe);
  if (unwired !== null) throw new Error(unwired);

  const before = useStore.getState();
  const companions = companionsOf(target.lanes, graph, [...known, ...before.companions, frontAsCompanion(before)]);

  const mine = ++latest;
  const needsTrace = !settle() || graph !== before.graph || !sameJson(recipe, before.recipe);
  const focus = target.focus === null ? null : (indexOfNode(graph, target.focus) ?? null);
  if (focus === null && target.focus !== null) {
    notify('warning', 'A node is missing', `There is no node "${target.focus}" in this graph, so none is in focus.`);
  }
  useStore.setState({
    dataset,
    recipe,
    companions,
    // What is compared is seen.
    ...(companions.length > 0 && before.companions.length === 0 && { sidePanel: 'comparison' as const }),
    view: viewOf(target.view, graph, focus, needsTrace ? isLearned(recipe) : predicts(before)),
    hop: Math.min(target.hop, recipe.hops),
    subStep: focus !== null && Math.min(target.hop, recipe.hops) > 0 ? (target.subStep ?? null) : null,
    ...focusOn({ graph, recipe }, focus),
    ...beside(target, graph, before),
    ...(graph !== before.graph && newGraph(graph, before, target.view.layoutSeed)),
  });
  const elsewhere = before.graph === null || originalOf(graph) !== originalOf(before.graph);
  if (elsewhere || !sameLayout(target.view, before.view)) layoutGraph(graph);
  else if (graph !== before.graph) placeEdited(graph);
  // Undo takes it back from now on, also while it is being computed.
  const forget = undo && settled ? remember(settled.session, kind) : null;
  try {
    if (needsTrace) await compute(graph, mine);
  } catch (error) {
    if (!(error instanceof Superseded)) forget?.();
    throw error;
  }
}

/** Whatever is being computed no longer counts: something newer is coming. */
export function supersede(): void {
  latest++;
}

/**
 * Computes the trace of what is on screen again, on the backend now in use.
 * @throws {Error} as `showSession`.
 */
export async function recompute(): Promise<void> {
  const { graph } = useStore.getState();
  settle();
  if (graph) await compute(graph, ++latest);
}

/** Notes what to go back to, if the trace on screen is settled; @returns whether it is. */
function settle(): boolean {
  const now = useStore.getState();
  // While a run is under way the trace on screen is not yet that of the recipe beside it.
  if (now.run !== null || now.trace === null) return false;
  settled = { session: currentSession(), state: picked(now) };
  return true;
}

function sameLayout(a: ViewSettings, b: ViewSettings): boolean {
  return a.layoutSeed === b.layoutSeed && a.layoutIterations === b.layoutIterations;
}

/** That graph, where it is on screen or an edit away. */
function graphAtHand(dataset: DatasetRef): Graph | null {
  const { graph, dataset: shown } = useStore.getState();
  if (!graph || !sameUnedited(shown, dataset)) return null;
  return sameDataset(shown, dataset) ? graph : editedGraph(originalOf(graph), dataset.edits);
}

/** What puts a new graph on screen at once; its trace follows. */
function newGraph(graph: Graph, before: State, layoutSeed: number): Partial<State> {
  const shown = { graph, summary: summarise(graph), explanation: null, setAside: null };
  // With other edges between the same nodes, what is known of these stays until the new trace has come.
  if (before.graph && sameNodes(graph, before.graph)) return { ...shown, trace: before.setAside ?? before.trace };
  return {
    ...shown,
    positions: startPositions(graph, layoutSeed),
    trace: null,
    hovered: null,
    playing: false,
  };
}

/** The second node and the selection of a session, as far as the graph has them. */
function beside({ second, selection }: Session, graph: Graph, before: State): Pick<State, 'second' | 'selection'> {
  const unchanged = graph === before.graph && selection === currentSession().selection;
  const nodes = unchanged ? [] : (selection ?? []).flatMap((id) => indexOfNode(graph, id) ?? []);
  return {
    second: second === undefined ? null : (indexOfNode(graph, second) ?? null),
    selection: unchanged ? before.selection : nodes.length > 0 ? Int32Array.from(nodes).sort() : null,
  };
}

function sameNodes(graph: Graph, other: Graph): boolean {
  return originalOf(graph) === originalOf(other) && sameJson(graph.ids, other.ids);
}

async function compute(graph: Graph, mine: number): Promise<void> {
  useStore.setState({ run: { fraction: 0, stage: 'starting' } });
  // Progress is told on a channel of its own, and may still arrive when all is done.
  let underWay = true;
  try {
    const engine = await engineWith(graph);
    await provideWeights(engine, useStore.getState().recipe);
    const trace = await engine.run(useStore.getState().recipe, (run) => {
      if (underWay && mine === latest) useStore.setState({ run });
    });
    if (mine !== latest) throw new Superseded();
    underWay = false;
    const { hop, view, focus, recipe } = useStore.getState();
    takeRewired(graph, recipe, trace);
    useStore.setState({
      // Only now is it known what messages run along.
      ...(trace.rewired && focusOn({ graph, recipe }, focus)),
      ...{ trace, setAside: null, run: null, hop: Math.min(hop, trace.hops) },
      view: viewOf(view, graph, focus, trace.predictions !== null),
    });
  } catch (error) {
    if (mine !== latest) throw new Superseded();
    useStore.setState({ run: null });
    if (settled) {
      if (!settled.state.graph || originalOf(settled.state.graph) !== originalOf(graph)) haltLayout();
      useStore.setState(settled.state);
    }
    throw error;
  } finally {
    underWay = false;
  }
}

function picked(state: State): Partial<State> {
  const { dataset, recipe, hop, focus, subStep, view, graph, summary, positions, hopsFromFocus, explanation, layout } =
    state;
  return {
    ...{ dataset, recipe, hop, focus, subStep, view, graph, summary, positions, hopsFromFocus, explanation },
    ...{ companions: state.companions, second: state.second, selection: state.selection },
    trace: state.setAside ?? state.trace,
    setAside: null,
    layout: { ...layout, running: false },
  };
}
