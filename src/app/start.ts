import type { BackendName } from '../engine/protocol';
import { DEFAULT_SEED } from '../recipe/defaults';
import { actions } from '../store/actions';
import { followLanes } from '../store/comparing';
import { changeLanes } from '../store/current-session';
import { preferBackend, startEngineAfter } from '../store/engine-link';
import { messageOf } from '../store/errors';
import { followFocus } from '../store/explaining';
import { followInspector } from '../store/inspecting';
import { followNodesAlone } from '../store/nodes-alone';
import { notify } from '../store/notices';
import { OPENING } from '../store/opening';
import { fromHash } from '../store/permalink';
import { DEFAULT_VIEW, type Lane, type Session } from '../store/session';
import { showSession } from '../store/transition';
import { followAddress } from './address';

/**
 * Opens what the address asks for, else the opening scene. The graph is shown at once; the engine is fetched after
 * `painted`, so that nothing heavy stands between the visitor and the first picture.
 * @returns when the first trace is complete; rejects only when not even the opening scene can be computed.
 */
export async function start(painted: Promise<void>): Promise<void> {
  const query = new URLSearchParams(location.search);
  preferBackend(backendIn(query));
  startEngineAfter(painted);
  followFocus();
  followInspector();
  followLanes();
  followNodesAlone();
  let opened = false;
  try {
    opened = await openAddressed(query.get('graph'));
    if (!opened) await showSession(OPENING_SESSION, { undo: false });
  } finally {
    followAddress(!opened && location.hash !== '');
  }
}

const OPENING_SESSION: Session = { version: 1, lanes: [OPENING], hop: 0, focus: null, view: DEFAULT_VIEW };

/** @returns whether the address spoke of something that is now on screen. */
async function openAddressed(graphAddress: string | null): Promise<boolean> {
  try {
    const session = fromHash(location.hash);
    if (session) await showSession(withWeightsToBeHad(session), { undo: false });
    else if (graphAddress !== null) await actions.loadAddress(new URL(graphAddress, document.baseURI).href);
    return session !== null || graphAddress !== null;
  } catch (error) {
    notify('error', 'The address could not be opened', `${messageOf(error)} The opening scene is shown instead.`);
    return false;
  }
}

/** Weights that were learned or opened from a file do not travel in a link: the model is then shown untrained, and that is said. */
function withWeightsToBeHad(session: Session): Session {
  const gone = session.lanes.map(learnedWords).filter((words) => words !== null);
  if (gone.length === 0) return session;
  notify(
    'warning',
    'Random weights are shown',
    `The link speaks of weights ${[...new Set(gone)].join(' and ')}, which do not travel in it.`,
  );
  return changeLanes(session, withoutLearned);
}

/** What weights a lane speaks of that no link carries; null for none. Its recipe has not been checked yet. */
function learnedWords({ recipe: { weights } }: Lane): string | null {
  if (weights?.kind === 'trained') return 'that were trained';
  if (weights?.kind !== 'file') return null;
  return weights.name === undefined ? 'from a file' : 'that were kept for a comparison';
}

function withoutLearned(lane: Lane): Lane {
  if (learnedWords(lane) === null) return lane;
  return { ...lane, recipe: { ...lane.recipe, weights: { kind: 'random', seed: DEFAULT_SEED, gain: 1 } } };
}

function backendIn(query: URLSearchParams): BackendName | null {
  const name = query.get('backend');
  if (name === null || name === 'webgpu' || name === 'wasm' || name === 'cpu') return name;
  notify(
    'warning',
    'An unknown backend in the address',
    `"${name}" is none of webgpu, wasm and cpu; the fastest here is used.`,
  );
  return null;
}
