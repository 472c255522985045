import type { Session } from './session';
import { useStore } from './store';

/** The session on screen now. */
export function currentSession(): Session {
  const { dataset, recipe, hop, focus, subStep, view, graph } = useStore.getState();
  return {
    version: 1,
    lanes: [{ dataset, recipe }],
    hop,
    focus: focus === null || !graph ? null : graph.ids[focus],
    ...(subStep !== null && { subStep }),
    view,
  };
}
