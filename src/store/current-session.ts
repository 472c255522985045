import type { Lane, Session } from './session';
import { useStore } from './store';

/** The session on screen now. */
export function currentSession(): Session {
  const { dataset, recipe, hop, focus, subStep, view, graph, companions } = useStore.getState();
  return {
    version: 1,
    lanes: [{ dataset, recipe }, ...companions.map(laneOf)],
    hop,
    focus: focus === null || !graph ? null : graph.ids[focus],
    ...(subStep !== null && { subStep }),
    view,
  };
}

/** The lane itself, without what is known of it. */
export function laneOf({ dataset, recipe }: Lane): Lane {
  return { dataset, recipe };
}

/** The session with another lane on screen, compared with the same ones. */
export function withFront(session: Session, lane: Lane): Session {
  return { ...session, lanes: [lane, ...session.lanes.slice(1)] };
}

/** The session with each of its lanes changed. */
export function changeLanes(session: Session, change: (lane: Lane) => Lane): Session {
  const [first, ...others] = session.lanes;
  return { ...session, lanes: [change(first), ...others.map(change)] };
}
