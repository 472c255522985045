import type { Command } from '../../store/command';
import { addLane, bringToFront, openComparison, removeLanes, whyNoLane } from '../../store/lanes';
import { MOST_LANES } from '../../store/session';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';

const withoutLanes = ({ companions }: State) =>
  companions.length === 0 ? 'There is one lane: add another first.' : null;

/** Lanes: up to four recipes and graphs beside each other. */
export const COMPARE_COMMANDS: readonly Command[] = [
  {
    id: 'compare.lanes',
    title: 'Compare: keep what is on screen as a lane',
    group: 'Compare',
    keys: ['C'],
    controls: ['compare', 'compare-panel'],
    words: 'add duplicate side by side difference',
    unavailable: (state) => (state.sidePanel === 'comparison' ? whyNoLane(state) : null),
    run: () => (useStore.getState().sidePanel === 'comparison' ? addLane() : openComparison()),
  },
  ...Array.from(
    { length: MOST_LANES - 1 },
    (_, place): Command => ({
      id: `compare.front-${place + 1}`,
      title: `Put lane ${place + 2} on screen`,
      group: 'Compare',
      controls: ['compare', 'compare-panel', `lane-front-${place + 1}`],
      words: 'front swap bring',
      unavailable({ companions }) {
        return companions.length > place ? null : `There is no lane ${place + 2}.`;
      },
      run: () => bringToFront(place),
    }),
  ),
  {
    id: 'compare.end',
    title: 'Keep only what is on screen',
    group: 'Compare',
    controls: ['compare', 'compare-panel', 'lanes-remove'],
    words: 'end comparison remove lanes',
    unavailable: withoutLanes,
    run: removeLanes,
  },
];
