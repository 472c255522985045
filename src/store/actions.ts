import type { BackendName } from '../engine/protocol';
import { withClassesFrom } from '../graph/class-columns';
import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { Recipe } from '../recipe/recipe';
import { currentSession, withFront } from './current-session';
import { edit, showEdits, uneditLast } from './editing';
import { engine, switchBackend } from './engine-link';
import { takeBack, takeForward } from './history';
import { continueLayout, rerunLayout, stopLayout } from './layout-link';
import { abortLoading, load, loadFiles } from './loading';
import { dismissNotice } from './notices';
import { rememberOwnGraph } from './own-graphs';
import { nudge, pin, togglePin, unpin } from './pins';
import { setPlaying } from './playback';
import { changedRecipe, tellWithoutLearned } from './recipe-change';
import { takeSample, takeWhole } from './sampling';
import { select, selectShown, setHovered, setLasso } from './selection';
import type { DatasetRef, Session } from './session';
import { showGraph } from './show-graph';
import type { Actions } from './state';
import { goToHop, setFocus, step } from './stepping';
import { useStore } from './store';
import { setSubStep, stepWithin } from './sub-step';
import { recompute, showSession, supersede } from './transition';
import {
  setCollapseWithin,
  setColour,
  setFilter,
  setHulls,
  setMeasures,
  setMorph,
  setScale,
  setSize,
  toggleMorph,
} from './view';

/** Everything a person can do, in one place. */
export const actions: Actions = {
  goToHop,
  step,
  stepWithin,
  setSubStep,
  setPlaying,
  setFocus,
  select,
  selectShown,
  setLasso,
  setHovered,
  setColour,
  setScale,
  setMeasures,
  setCollapseWithin,
  setSize,
  setFilter,
  setHulls,
  pin,
  togglePin,
  nudge,
  unpin,
  setMorph,
  toggleMorph,
  loadCatalogue: (id, parameters) => loadDataset(catalogueRef(id, parameters)),
  loadAddress: (url) => loadDataset({ kind: 'url', url }),
  loadFiles: async (files, options) => {
    const { isSessionFile, openSessionFile } = await import('./session-file');
    if (files.length === 1 && (await isSessionFile(files[0]))) return openSessionFile(files[0]);
    const graph = await loadFiles(files, options);
    await showOwnGraph(graph.name, graph);
  },
  loadPlain: async (plain) => {
    await showOwnGraph(plain.name ?? 'graph', graphFromPlain(plain));
  },
  takeSample,
  takeWhole,
  takeClassesFrom: async (column) => {
    const { graph } = useStore.getState();
    if (!graph) return;
    // A graph of one's own is an original: its nodes are numbered anew.
    const { origin: _, ...own } = withClassesFrom(graph, column);
    await showOwnGraph(graph.name, own);
  },
  edit,
  uneditLast,
  unedit: () => showEdits([]),
  changeRecipe: async (change) => {
    const { recipe } = useStore.getState();
    const changed = changedRecipe(recipe, change);
    await runRecipe(changed);
    if (change.weights === undefined) tellWithoutLearned(recipe, changed, 'recipe');
  },
  runRecipe,
  changeBackend,
  open: (session) => showSession(session),
  cancelRun: () => void engine().then((there) => there.cancel()),
  cancelLoading: abortLoading,
  rerunLayout,
  stopLayout,
  continueLayout,
  undo: () => travel(takeBack, takeForward),
  redo: () => travel(takeForward, takeBack),
  dismissNotice,
};

function catalogueRef(id: string, parameters?: Record<string, number>): DatasetRef {
  return parameters && Object.keys(parameters).length > 0
    ? { kind: 'catalogue', id, parameters }
    : { kind: 'catalogue', id };
}

async function loadDataset(dataset: DatasetRef): Promise<void> {
  const graph = await load(dataset);
  await showGraph(dataset, graph);
}

async function showOwnGraph(name: string, graph: Graph): Promise<void> {
  await showGraph(await rememberOwnGraph(name, graph), graph);
}

/** Computes the graph on screen with this recipe. */
export function runRecipe(recipe: Partial<Recipe>): Promise<void> {
  const now = currentSession();
  return showSession(withFront(now, { dataset: now.lanes[0].dataset, recipe: recipe as Recipe }));
}

/** What was being computed goes on there, or, when the backend is not to be had, where it was. */
async function changeBackend(name: BackendName): Promise<void> {
  const { backend, run, trace } = useStore.getState();
  supersede();
  try {
    await switchBackend(name);
  } catch (error) {
    if (run !== null) await recompute();
    throw error;
  }
  try {
    await recompute();
  } catch (error) {
    if (backend !== null && trace !== null) await switchBackend(backend.name);
    throw error;
  }
}

/** A step through history that fails is not taken. */
async function travel(
  take: (now: Session) => Session | null,
  putBack: (now: Session) => Session | null,
): Promise<void> {
  const target = take(currentSession());
  if (!target) return;
  try {
    await showSession(target, { undo: false });
  } catch (error) {
    putBack(target);
    throw error;
  }
}
