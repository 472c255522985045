import { currentSession } from './current-session';
import { remember } from './history';
import type { SubStep } from './session';
import type { State } from './state';
import { lastHop, step } from './stepping';
import { useStore } from './store';

/**
 * A hop in three for the node in focus: its neighbours' messages come, they are brought together, and out of that comes its new
 * vector. Until the last of the three the views show the hop before.
 */

type Moment = Pick<State, 'hop' | 'subStep'>;

/** The hop whose embedding the views show: the one asked for, or the last there is, and the one before while it is being made. */
export function drawnHop({ hop, trace, subStep }: Pick<State, 'hop' | 'trace' | 'subStep'>): number {
  const shown = trace ? Math.min(hop, trace.hops) : hop;
  return subStep === 'message' || subStep === 'aggregate' ? Math.max(0, shown - 1) : shown;
}

/** Every moment of a trace in one line, three to a hop: hop k in full is 3k. */
const BEFORE_THE_END: Record<SubStep, number> = { message: 2, aggregate: 1, update: 0 };

function placeOf({ hop, subStep }: Moment): number {
  return 3 * hop - (subStep ? BEFORE_THE_END[subStep] : 0);
}

function momentAt(place: number): Moment {
  const hop = Math.ceil(place / 3);
  if (hop === 0) return { hop, subStep: null };
  const subStep = (['update', 'aggregate', 'message'] as const)[3 * hop - place];
  return { hop, subStep };
}

/** The next or the last moment of the node in focus; without one, a whole hop. */
export function stepWithin(by: 1 | -1): void {
  const state = useStore.getState();
  if (state.focus === null) {
    step(by);
    return;
  }
  const hop = Math.min(state.hop, lastHop(state));
  const place = placeOf({ hop, subStep: state.subStep }) + by;
  if (place >= 0 && place <= 3 * lastHop(state)) goTo(momentAt(place));
}

/** One of the three moments of the hop on screen; null shows it in full. @throws when no node is in focus, or at hop 0. */
export function setSubStep(subStep: SubStep | null): void {
  const { hop, focus } = useStore.getState();
  if (subStep !== null && focus === null) throw new Error('no node is in focus whose messages could be followed');
  if (subStep !== null && hop === 0) throw new Error('nothing has been heard at hop 0: go to hop 1 first');
  goTo({ hop, subStep });
}

function goTo(moment: Moment): void {
  const now = useStore.getState();
  if (moment.hop === now.hop && moment.subStep === now.subStep) return;
  remember(currentSession(), 'hop');
  useStore.setState(moment);
}
