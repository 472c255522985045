import { formatCount, formatNumber } from '../../charts/numbers';
import { countRuns } from '../../gnn/experiments/specification';
import { actions } from '../../store/actions';
import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { Progress } from '../../ui/progress';
import { shortWords } from '../laboratory/live-words';
import './progress-panel.css';

/**
 * What is under way, with Cancel: a load before a run before a training before an experiment; the panels of the last two show
 * them while they are open.
 */
export function ProgressPanel() {
  const loading = useStore((state) => state.loading);
  const run = useStore((state) => state.run);
  const training = useStore(({ sidePanel, training }) => (sidePanel === 'training' ? null : training.live));
  const { experiment, live } = useStore(({ sidePanel, laboratory }) =>
    sidePanel === 'laboratory' ? NOTHING : laboratory,
  );
  return (
    <section className="progress-panel" aria-label="Work in progress">
      {loading && (
        <Progress
          control="loading"
          label={loadingLabel(loading)}
          fraction={loading.total ? Math.min(1, loading.received / loading.total) : null}
          onCancel={actions.cancelLoading}
        />
      )}
      {!loading && run && (
        <Progress
          control="run"
          label={`Computing: ${run.stage}`}
          fraction={run.fraction}
          onCancel={actions.cancelRun}
        />
      )}
      {!loading && !run && training && (
        <Progress
          control="training"
          label={trainingLabel(training)}
          fraction={training.progress ? training.progress.epoch / training.progress.epochs : null}
          onCancel={actions.cancelRun}
        />
      )}
      {!loading && !run && !training && experiment && live && (
        <Progress
          control="experiment"
          label={shortWords(experiment.spec, experiment.runs.length, live)}
          fraction={experiment.runs.length / countRuns(experiment.spec)}
          onCancel={() => void cancelExperiment()}
        />
      )}
    </section>
  );
}

const NOTHING = { experiment: null, live: null };

const cancelExperiment = async () => (await import('../../store/laboratory')).cancelExperiment();

export function trainingLabel({ progress, paused }: NonNullable<State['training']['live']>): string {
  if (!progress) return 'Training: getting ready';
  const { stage, epoch, epochs } = progress;
  const of = stage === 'mlp' ? ' of the MLP it is compared with' : '';
  return `Training${paused ? ' (paused)' : ''}: epoch ${formatCount(epoch)} of ${formatCount(epochs)}${of}`;
}

export function loadingLabel({ title, received, total }: NonNullable<State['loading']>): string {
  const megabytes = (bytes: number) => formatNumber(bytes / 2 ** 20, 2);
  if (received === 0) return `Loading ${title}`;
  return total
    ? `Loading ${title}: ${megabytes(received)} of ${megabytes(total)} MiB`
    : `Loading ${title}: ${megabytes(received)} MiB`;
}
