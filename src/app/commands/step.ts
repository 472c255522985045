import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import type { State } from '../../store/state';
import { lastHop } from '../../store/stepping';
import { useStore } from '../../store/store';

/** Moving through the trace. */
export const STEP_COMMANDS: readonly Command[] = [
  {
    id: 'step.next',
    title: 'Next hop',
    group: 'Step',
    keys: ['ArrowRight'],
    controls: ['step-forward'],
    unavailable: (state) => (state.hop >= lastHop(state) ? 'This is the last hop.' : null),
    run: () => actions.step(1),
  },
  {
    id: 'step.back',
    title: 'Previous hop',
    group: 'Step',
    keys: ['ArrowLeft'],
    controls: ['step-back'],
    unavailable: atInput,
    run: () => actions.step(-1),
  },
  {
    id: 'step.play',
    title: 'Play or pause',
    group: 'Step',
    keys: [' '],
    controls: ['play'],
    words: 'animate run stop',
    unavailable: (state) => (lastHop(state) === 0 ? 'This trace has no hops to play.' : null),
    run: () => actions.setPlaying(!useStore.getState().playing),
  },
  {
    id: 'step.first',
    title: 'First hop: the input',
    group: 'Step',
    keys: ['Home'],
    controls: ['hop'],
    unavailable: atInput,
    run: () => actions.goToHop(0),
  },
  {
    id: 'step.last',
    title: 'Last hop',
    group: 'Step',
    keys: ['End'],
    controls: ['hop'],
    unavailable: (state) => (state.hop >= lastHop(state) ? 'This is the last hop.' : null),
    run: () => actions.goToHop(lastHop(useStore.getState())),
  },
];

function atInput({ hop }: State): string | null {
  return hop === 0 ? 'This is hop 0: the input.' : null;
}
