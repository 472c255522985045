import { formatCount } from '../../charts/numbers';
import { countRuns, type ExperimentSpec } from '../../gnn/experiments/specification';
import type { LiveExperiment } from '../../store/state';
import { duration } from '../training/written';
import { runName } from './run-name';

/** Where an experiment is, in a line. @param made runs */
export function liveWords(spec: ExperimentSpec, made: number, live: LiveExperiment): string {
  const { progress, secondsLeft, paused } = live;
  const all = countRuns(spec);
  if (!progress || made >= all) return paused ? 'Paused' : 'Getting ready …';
  const at = `Run ${formatCount(made + 1)} of ${formatCount(all)}: ${runName(progress)}`;
  if (paused) return `${at} · paused`;
  return secondsLeft === null ? at : `${at} · ${duration(secondsLeft)} left`;
}

/** The same where there is little room. */
export function shortWords(spec: ExperimentSpec, made: number, { secondsLeft, paused }: LiveExperiment): string {
  const all = countRuns(spec);
  const at = `Experiment${paused ? ' (paused)' : ''}: run ${formatCount(Math.min(all, made + 1))} of ${formatCount(all)}`;
  return paused || secondsLeft === null ? at : `${at} · ${duration(secondsLeft)} left`;
}
