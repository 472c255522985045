import type { BackendName } from '../engine/protocol';
import { DEFAULT_SEED } from '../recipe/defaults';
import type { Recipe } from '../recipe/recipe';
import { actions } from '../store/actions';
import { preferBackend, startEngineAfter } from '../store/engine-link';
import { messageOf } from '../store/errors';
import { followFocus } from '../store/explaining';
import { followInspector } from '../store/inspecting';
import { notify } from '../store/notices';
import { OPENING } from '../store/opening';
import { fromHash } from '../store/permalink';
import { DEFAULT_VIEW, type Session } from '../store/session';
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
  const [lane] = session.lanes;
  const { weights } = lane.recipe;
  if (weights?.kind !== 'trained' && weights?.kind !== 'file') return session;
  notify(
    'warning',
    'Random weights are shown',
    `The link speaks of weights ${weights.kind === 'trained' ? 'that were trained' : 'from a file'}, which do not travel in it.`,
  );
  const recipe: Recipe = { ...lane.recipe, weights: { kind: 'random', seed: DEFAULT_SEED, gain: 1 } };
  return { ...session, lanes: [{ ...lane, recipe }] };
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
