import { type ExperimentRun, jobKey, runKey } from '../gnn/experiments/results';
import { jobsOf, recipeOf, taskOf } from '../gnn/experiments/specification';
import type { Recipe } from '../recipe/recipe';
import { currentSession, withFront } from './current-session';
import { sameDataset } from './datasets';
import { datasetOf } from './laboratory';
import { notify } from './notices';
import { useStore } from './store';
import { train } from './training';
import { showSession } from './transition';
import { viewElsewhere } from './view';

/**
 * Shows a run of the experiment looked at, at its last hop, which is what was measured. A trained one is trained again, from
 * the same seed: then it can be looked at epoch by epoch as well.
 * @throws {Error} as `showSession` and `train`.
 */
export async function openRun(run: ExperimentRun): Promise<void> {
  const { experiment } = useStore.getState().laboratory;
  const job = experiment && jobsOf(experiment.spec).find((each) => jobKey(each) === runKey(run));
  if (!experiment || !job) throw new Error(`There is no run ${runKey(run)} in the experiment on screen.`);
  const { spec, view } = experiment;
  const now = currentSession();
  const dataset = datasetOf(spec, job);
  const elsewhere = !sameDataset(dataset, now.lanes[0].dataset);
  // Completed with its convolution's defaults as it is shown.
  const recipe = recipeOf(job) as Recipe;
  await showSession({
    ...withFront(now, { dataset, recipe }),
    hop: run.depth,
    focus: elsewhere ? null : now.focus,
    view: elsewhere ? viewElsewhere(now.view) : now.view,
  });
  const place = Object.entries(run.at ?? {}).map(([parameter, value]) => `${parameter} ${value}, `);
  const name = `${run.line} at ${place.join('')}depth ${run.depth}, seed ${run.seed}`;
  const task = taskOf(spec, job.line, run.seed);
  if (!task || !run.trained || view.when === 'untrained') {
    notify(
      'info',
      `${name}, untrained`,
      `Its weights are those drawn from seed ${run.seed}. The hop shown is its last.`,
    );
    return;
  }
  const { traceEvery: _, ...withLooks } = task;
  const report = await train(withLooks);
  const here = useStore.getState().backend?.name ?? '';
  const elsewhereComputed = here === run.backend ? '' : ` (on ${run.backend}; here on ${here})`;
  notify(
    'info',
    `${name}, trained again`,
    report.stopped === 'cancelled'
      ? `It was stopped after ${report.curve.length - 1} of ${run.trained.epochs} epochs, and shows its best so far.`
      : `${SCORE_NAMES[spec.score]} ${percent(report.best.accuracy[spec.score])}; in the experiment ${percent(run.trained[spec.score])}${elsewhereComputed}.`,
  );
}

const SCORE_NAMES = { test: 'Test accuracy', train: 'Training accuracy' };

function percent(share: number | null | undefined): string {
  return share === null || share === undefined ? 'not to be had' : `${(100 * share).toFixed(1)} %`;
}
