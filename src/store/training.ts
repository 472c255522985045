import type { TrainProgress, TrainReport, Weights } from '../engine/protocol';
import { defaultTask, type TaskSpec } from '../recipe/task';
import { runRecipe } from './actions';
import { engineWith } from './engine-link';
import type { State } from './state';
import { useStore } from './store';
import { supersede } from './transition';

/** Learning on the graph and recipe on screen, and weights from outside. */

/**
 * Trains the recipe on screen, then shows the trace of the weights kept; fields the task leaves out take their defaults. The
 * progress is on screen with Cancel, which keeps the best weights so far.
 *
 * @throws {Error} when the task is illegal or the graph has nothing to learn from.
 */
export async function train(
  task: Partial<TaskSpec>,
  onProgress: (progress: TrainProgress) => void = () => {},
): Promise<TrainReport> {
  const { graph, recipe } = shown();
  supersede();
  let underWay = true;
  useStore.setState({ run: { fraction: 0, stage: 'getting ready to train' } });
  try {
    const engine = await engineWith(graph);
    const report = await engine.train(
      recipe,
      { ...defaultTask(graph.split !== null), ...task },
      {
        onProgress: (progress) => {
          const { epoch, epochs } = progress;
          if (underWay) useStore.setState({ run: { fraction: epoch / epochs, stage: stageOf(progress) } });
          onProgress(progress);
        },
        onTrace: () => {},
      },
    );
    underWay = false;
    await runRecipe({ ...recipe, weights: { kind: 'trained' } });
    return report;
  } finally {
    if (underWay) useStore.setState({ run: null });
    underWay = false;
  }
}

function stageOf({ stage, epoch, epochs }: TrainProgress): string {
  return `epoch ${epoch} of ${epochs}${stage === 'mlp' ? ' of the MLP it is compared with' : ''}`;
}

/**
 * Shows the trace of the recipe on screen with these weights.
 * @throws {Error} naming the tensor that is missing, surplus or misshapen.
 */
export async function showWeights(weights: Weights): Promise<void> {
  const { graph, recipe } = shown();
  const engine = await engineWith(graph);
  await engine.setWeights(recipe, weights);
  await runRecipe({ ...recipe, weights: { kind: 'file' } });
}

function shown(): Pick<State, 'recipe'> & { graph: NonNullable<State['graph']> } {
  const { graph, recipe } = useStore.getState();
  if (!graph) throw new Error('there is no graph yet: await hopscope.ready first');
  return { graph, recipe };
}
