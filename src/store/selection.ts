import { passing } from '../graph/filter';
import { currentSession } from './current-session';
import { remember } from './history';
import { useStore } from './store';

/** Nodes that are looked at together: chosen by hand, shown in every view, kept until they are let go. */

/** @param nodes indices, in any order; none, or null, lets go of the selection. */
export function select(nodes: readonly number[] | null): void {
  const { graph, view } = useStore.getState();
  if (!graph || !nodes) {
    show(null);
    return;
  }
  const shown = passing(graph, view.filter ?? []);
  const chosen = Int32Array.from(new Set(nodes)).sort();
  const wrong = chosen.find((node) => node < 0 || node >= graph.nodeCount);
  if (wrong !== undefined) {
    throw new Error(`there is no node ${wrong}; nodes are numbered 0…${graph.nodeCount - 1}`);
  }
  // What the filter holds back is not seen and cannot be meant.
  const selection = chosen.filter((node) => shown[node] === 1);
  show(selection.length > 0 ? selection : null);
}

function show(selection: Int32Array | null): void {
  if (selection === null && useStore.getState().selection === null) return;
  remember(currentSession(), 'selection');
  useStore.setState({ selection });
}

/** All that the filter shows. */
export function selectShown(): void {
  const { graph } = useStore.getState();
  if (graph) select(Array.from(graph.ids.keys()));
}

/** Whether a drag over a view draws a lasso or moves it. */
export function setLasso(lasso: boolean): void {
  useStore.setState({ lasso });
}

/** The node under the pointer or under the keyboard's focus, and where that is. */
export function setHovered(node: number | null, by: 'graph' | 'embedding' | 'list'): void {
  const { hovered } = useStore.getState();
  // One view's pointer leaving says nothing about another's.
  if (node === null ? hovered?.by === by : hovered?.node !== node || hovered.by !== by) {
    useStore.setState({ hovered: node === null ? null : { node, by } });
  }
}
