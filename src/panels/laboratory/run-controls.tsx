import { counted } from '../../charts/numbers';
import { attempt } from '../../store/attempt';
import { allRuns, cancelExperiment, forgetExperiment, runChosen, togglePause } from '../../store/laboratory';
import type { Experiment, LiveExperiment } from '../../store/state';
import { Button } from '../../ui/button';
import '../../ui/progress.css';
import { duration } from '../training/written';
import { liveWords } from './live-words';

interface RunControlsProps {
  experiment: Experiment;
  live: LiveExperiment | null;
}

const start = () =>
  void attempt('The experiment stopped', async () => {
    await runChosen();
  });

/** Start, pause, cancel, and how far it is. */
export function RunControls({ experiment, live }: RunControlsProps) {
  const { spec, runs } = experiment;
  const all = allRuns(spec);
  const left = all - runs.length;
  const under = live?.progress && left > 0 ? live.progress.fraction : 0;
  return (
    <section className="lab-run" aria-label="Runs">
      <div className="lab-buttons">
        {live ? (
          <>
            <Button control="lab-pause" onClick={() => void attempt('The experiment could not be paused', togglePause)}>
              {live.paused ? 'Go on' : 'Pause'}
            </Button>
            <Button control="lab-cancel" title="Every run made so far is kept" onClick={cancelExperiment}>
              Cancel
            </Button>
          </>
        ) : (
          <>
            {left > 0 && (
              <Button control="lab-start" tone="ink" onClick={start}>
                {runs.length === 0 ? `Start: ${counted(all, 'run')}` : `Go on: ${counted(left, 'run')} left`}
              </Button>
            )}
            {runs.length > 0 && (
              <Button
                control="lab-forget"
                tone={left > 0 ? 'quiet' : 'plain'}
                title="Forgets the runs that were made"
                onClick={() => void attempt('The runs could not be forgotten', forgetExperiment)}
              >
                Start over
              </Button>
            )}
          </>
        )}
      </div>
      <p className="lab-progress-words" data-control="lab-progress">
        {live ? liveWords(spec, runs.length, live) : madeWords(experiment, all)}
      </p>
      <progress className="progress-bar" aria-label="Runs made" max={1} value={(runs.length + under) / all} />
    </section>
  );
}

/** What there is while nothing is being made. */
function madeWords({ runs }: Experiment, all: number): string {
  if (runs.length === 0) return 'Nothing has been made yet. Computed in the background, on WebAssembly.';
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const backends = [...new Set(runs.map(({ backend }) => backend))].join(' and ');
  return `${runs.length} of ${counted(all, 'run')} made in ${duration(seconds)} on ${backends}, kept in this browser.`;
}
