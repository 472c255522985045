import type { State } from '../store/state';

/** The hop the views show: the one asked for, or the last there is. */
export function shownHop({ hop, trace }: Pick<State, 'hop' | 'trace'>): number {
  return trace ? Math.min(hop, trace.hops) : hop;
}
