import { engine } from './engine-link';
import { messageOf } from './errors';
import { notify } from './notices';
import { useStore } from './store';

/** Keeps `explanation` on the focused node and hop, whichever changes. @returns how to stop. */
export function followFocus(): () => void {
  let latest = 0;
  return useStore.subscribe(({ trace, hop, focus }, before) => {
    if (trace === before.trace && hop === before.hop && focus === before.focus) return;
    const mine = ++latest;
    if (!trace || focus === null || hop === 0) {
      useStore.setState({ explanation: null });
      return;
    }
    engine()
      .then((there) => there.explain(focus, Math.min(hop, trace.hops)))
      .then((explanation) => {
        if (mine === latest) useStore.setState({ explanation });
      })
      .catch((error: unknown) => {
        if (mine === latest) notify('error', 'The arithmetic of this node could not be read', messageOf(error));
      });
  });
}
