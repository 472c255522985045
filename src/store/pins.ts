import { useStore } from './store';
import { changeView } from './view';

/** Nodes that were put somewhere by hand, in the layout's own numbers: there the layout leaves them. */

export function pin(node: number, x: number, y: number): void {
  put(node, x, y, 'pin');
}

/** Pins a node where it is, or lets it go. */
export function togglePin(node: number): void {
  const { id, place, pins } = placeOf(node);
  const { [id]: held, ...others } = pins;
  if (held) changeView({ pins: Object.keys(others).length > 0 ? others : undefined });
  else pin(node, ...place);
}

/** Moves a node by so much and pins it there; moves in a row are undone as one. */
export function nudge(node: number, right: number, up: number): void {
  const [x, y] = placeOf(node).place;
  put(node, x + right, y + up, 'nudge');
}

/** Lets the layout have all nodes again. */
export const unpin = (): void => changeView({ pins: undefined });

function put(node: number, x: number, y: number, kind: string): void {
  const { id, pins } = placeOf(node);
  changeView({ pins: { ...pins, [id]: [Number(x.toPrecision(5)), Number(y.toPrecision(5))] } }, kind);
}

/** @throws {Error} when there is no such node. */
function placeOf(node: number) {
  const { graph, positions, view } = useStore.getState();
  if (!graph || !positions || !(node in graph.ids)) {
    throw new Error(`there is no node ${node}; nodes are numbered 0…${(graph?.nodeCount ?? 0) - 1}`);
  }
  const [id, pins] = [graph.ids[node], view.pins ?? {}];
  const place: [number, number] = pins[id] ?? [positions[2 * node], positions[2 * node + 1]];
  return { id, place, pins };
}
