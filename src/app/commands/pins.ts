import { frameOf } from '../../scene/frame';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { morphOf } from '../../store/view';
import { withoutFocus } from './focus';

/** Of half the graph view, how far a key moves a node. */
const NUDGE = 1 / 20;

/** Nodes that are put somewhere by hand: what pulling them does, without a pointer. */
export const PIN_COMMANDS: readonly Command[] = [
  {
    id: 'node.pin',
    title: 'Pin the node in focus where it is, or let it go',
    group: 'Node',
    keys: ['Shift+P'],
    words: 'fix hold place',
    unavailable: withoutFocus,
    run() {
      const { focus } = useStore.getState();
      if (focus !== null) actions.togglePin(focus);
    },
  },
  moving('left', 'ArrowLeft', -1, 0),
  moving('right', 'ArrowRight', 1, 0),
  moving('up', 'ArrowUp', 0, 1),
  moving('down', 'ArrowDown', 0, -1),
  {
    id: 'view.unpin',
    title: 'Let go of the pinned nodes',
    group: 'View',
    controls: ['unpin'],
    words: 'drag fixed',
    unavailable: ({ view }) => (view.pins ? null : 'No nodes are pinned.'),
    run: actions.unpin,
  },
];

function moving(direction: string, key: string, right: number, up: number): Command {
  return {
    id: `node.move-${direction}`,
    title: `Move the node in focus ${direction}, and pin it there`,
    group: 'Node',
    keys: [`Mod+Shift+${key}`],
    words: 'pull drag place layout',
    unavailable: whyNotMoved,
    run() {
      const { focus, positions } = useStore.getState();
      if (focus === null || !positions) return;
      const step = frameOf(positions).scale * NUDGE;
      actions.nudge(focus, right * step, up * step);
    },
  };
}

function whyNotMoved(state: State): string | null {
  if (morphOf(state.view) > 0) return 'The graph view shows the embedding, which says where the nodes are.';
  return withoutFocus(state);
}
