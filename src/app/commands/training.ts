import { whyNothingToLearn } from '../../panels/training/why-nothing-to-learn';
import type { Command } from '../../store/command';
import { showSidePanel } from '../../store/side-panels';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { pauseTraining, train } from '../../store/training';

const withoutLive = ({ training: { live } }: State) => (live ? null : 'No training is under way.');

/** Learning; page.ts has what stops it. */
export const TRAINING_COMMANDS: readonly Command[] = [
  {
    id: 'train.open',
    title: 'Train…',
    group: 'Recipe',
    controls: ['train'],
    words: 'learn fit optimise epochs accuracy weights file safetensors',
    unavailable: ({ graph }) => whyNothingToLearn(graph),
    run: () => showSidePanel('training'),
  },
  {
    id: 'train.start',
    title: 'Start a training with the settings that are there',
    group: 'Recipe',
    keys: ['Shift+T'],
    controls: ['train', 'training-panel', 'train-start'],
    words: 'learn fit begin run',
    unavailable: ({ graph, training: { live } }) => (live ? 'It is under way.' : whyNothingToLearn(graph)),
    async run() {
      showSidePanel('training');
      const { recipeToTrain, taskOf } = await import('../../panels/training/settings');
      const { graph, recipe, training } = useStore.getState();
      if (graph)
        await train(taskOf(graph, recipe, training.settings), undefined, recipeToTrain(recipe, training.settings));
    },
  },
  {
    id: 'train.pause',
    title: 'Pause the training, or let it go on',
    group: 'Recipe',
    controls: ['train', 'training-panel', 'train-pause'],
    words: 'hold',
    unavailable: withoutLive,
    run: () => pauseTraining(!useStore.getState().training.live?.paused),
  },
];
