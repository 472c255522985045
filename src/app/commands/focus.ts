import type { State } from '../../store/state';

/** Why what is about the node in focus cannot be done now. */
export function withoutFocus({ focus }: Pick<State, 'focus'>): string | null {
  return focus === null ? 'No node is in focus.' : null;
}
