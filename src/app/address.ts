import { actions } from '../store/actions';
import { attempt } from '../store/attempt';
import { currentSession } from '../store/current-session';
import { fromHash, toHash } from '../store/permalink';
import { useStore } from '../store/store';

/** Browsers refuse an address that changes many times a second. */
const SETTLING = 250;

/**
 * Keeps the session in the address, and follows a link pasted into it. A link that cannot be opened is not written over: the
 * browser's way back still leads to it.
 *
 * @param refused whether the address could not be opened. @returns how to stop.
 */
export function followAddress(refused: boolean): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let keep = refused;
  const write = () => {
    if (!useStore.getState().trace) return;
    history[keep ? 'pushState' : 'replaceState'](null, '', toHash(currentSession()));
    keep = false;
  };
  const unsubscribe = useStore.subscribe((state, before) => {
    const changed = (
      ['trace', 'hop', 'focus', 'second', 'selection', 'subStep', 'view', 'recipe', 'dataset'] as const
    ).some((part) => state[part] !== before[part]);
    if (!changed) return;
    clearTimeout(timer);
    timer = setTimeout(write, SETTLING);
  });
  const followHash = () => {
    if (location.hash === toHash(currentSession())) return;
    void attempt('This link cannot be opened', async () => {
      keep = true;
      const session = fromHash(location.hash);
      if (session) await actions.open(session);
      keep = false;
    });
  };
  addEventListener('hashchange', followHash);
  return () => {
    clearTimeout(timer);
    unsubscribe();
    removeEventListener('hashchange', followHash);
  };
}
