import { actions } from '../store/actions';
import { setSecond } from '../store/inspecting';
import { useStore } from '../store/store';

/** A click on a node, or on the background, sets the focus; with Shift, the node that is compared with the one in focus. */
export function clicked(node: number | null, shift: boolean): void {
  if (shift && useStore.getState().focus !== null) setSecond(node);
  else actions.setFocus(node);
}
