import type { Graph } from '../graph/graph';
import type { Lane, Session } from './session';
import { useStore } from './store';

/** The session on screen now. */
export function currentSession(): Session {
  const { dataset, recipe, hop, focus, second, selection, subStep, view, graph, companions } = useStore.getState();
  return {
    version: 1,
    lanes: [{ dataset, recipe }, ...companions.map(laneOf)],
    hop,
    focus: focus === null || !graph ? null : graph.ids[focus],
    ...(graph && second !== null && { second: graph.ids[second] }),
    ...(graph && selection && { selection: idsOf(graph, selection) }),
    ...(subStep !== null && { subStep }),
    view,
  };
}

const named = new WeakMap<Int32Array, string[]>();

/** The ids of nodes: of large selections, which many sessions share, written once. */
function idsOf(graph: Graph, nodes: Int32Array): string[] {
  const ids = named.get(nodes) ?? Array.from(nodes, (node) => graph.ids[node]);
  named.set(nodes, ids);
  return ids;
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
