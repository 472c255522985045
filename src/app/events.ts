import type { State } from '../store/state';
import { useStore } from '../store/store';

const EVENTS = ['hop', 'trace', 'focus', 'error', 'progress'] as const;
export type HopscopeEvent = (typeof EVENTS)[number];

/** What each event tells, and when it happens: whenever that part of the store changes. */
const DETAILS: Record<HopscopeEvent, (state: State, before: State) => unknown> = {
  hop: (state, before) => (state.hop === before.hop ? undefined : state.hop),
  trace: (state, before) =>
    state.trace === before.trace || !state.trace ? undefined : { hops: state.trace.hops, nodes: state.trace.nodeCount },
  focus: (state, before) => {
    if (state.focus === before.focus) return undefined;
    return state.focus === null ? null : state.graph?.ids[state.focus];
  },
  error: (state, before) => {
    const latest = state.notices.at(-1);
    if (latest?.kind !== 'error' || before.notices.includes(latest)) return undefined;
    return { title: latest.title, detail: latest.detail };
  },
  progress: (state, before) => (state.run === before.run || !state.run ? undefined : state.run),
};

/** @returns how to stop listening. @throws {Error} when there is no such event. */
export function on(event: HopscopeEvent, listener: (detail: unknown) => void): () => void {
  if (!EVENTS.includes(event)) {
    throw new Error(`there is no event ${JSON.stringify(event)}; there are ${EVENTS.join(', ')}`);
  }
  if (typeof listener !== 'function') throw new Error(`on("${event}") needs a function to call`);
  return useStore.subscribe((state, before) => {
    const detail = DETAILS[event](state, before);
    if (detail === undefined) return;
    try {
      listener(detail);
    } catch (fault) {
      // A fault in somebody's script is reported as theirs; it must not stop the page or other listeners.
      reportError(fault);
    }
  });
}
