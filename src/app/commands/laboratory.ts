import type { Command } from '../../store/command';
import { showSidePanel } from '../../store/side-panels';
import type { State } from '../../store/state';

const laboratory = () => import('../../store/laboratory');

const withoutLive = ({ laboratory: { live } }: State) => (live ? null : 'No experiment is under way.');

/** Experiments: many runs at once. */
export const LABORATORY_COMMANDS: readonly Command[] = [
  {
    id: 'lab.open',
    title: 'Laboratory: experiments over depth and seeds…',
    group: 'Laboratory',
    keys: ['X'],
    controls: ['lab', 'lab-panel'],
    words: 'experiment sweep oversmoothing compare depth accuracy remedies',
    run: () => showSidePanel('laboratory'),
  },
  {
    id: 'lab.start',
    title: 'Make the runs of the experiment',
    group: 'Laboratory',
    controls: ['lab', 'lab-panel', 'lab-start'],
    words: 'start go on resume',
    unavailable({ laboratory: { experiment, live } }) {
      if (!experiment) return 'Open the laboratory and choose one first.';
      return live ? 'It is under way.' : null;
    },
    run: async () => void (await (await laboratory()).runChosen()),
  },
  {
    id: 'lab.pause',
    title: 'Pause the experiment, or let it go on',
    group: 'Laboratory',
    controls: ['lab', 'lab-panel', 'lab-pause'],
    words: 'hold',
    unavailable: withoutLive,
    run: async () => (await laboratory()).togglePause(),
  },
  {
    id: 'lab.cancel',
    title: 'Cancel the experiment: its runs are kept',
    group: 'Laboratory',
    controls: ['lab', 'lab-panel', 'lab-cancel'],
    words: 'stop abort',
    unavailable: withoutLive,
    run: async () => (await laboratory()).cancelExperiment(),
  },
];
