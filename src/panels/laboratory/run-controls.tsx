import { counted } from '../../charts/numbers';
import { countRuns } from '../../gnn/experiments/specification';
import { attempt } from '../../store/attempt';
import { cancelExperiment, forgetExperiment, runChosen, togglePause } from '../../store/laboratory';
import type { Experiment, LiveExperiment } from '../../store/state';
import { Button } from '../../ui/button';
import '../../ui/progress.css';
import { BACKEND_NAMES } from '../names';
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
const pause = () => void attempt('The experiment could not be paused', togglePause);
const forget = () => void attempt('The runs could not be forgotten', forgetExperiment);

/** Start, pause, cancel, start over: two buttons whose meaning goes with the experiment, so that neither loses the keyboard. */
export function RunButtons({ experiment: { spec, runs }, live }: RunControlsProps) {
  const left = countRuns(spec) - runs.length;
  return (
    <div className="button-row">
      {live ? (
        <Button key="first" control="lab-pause" onClick={pause}>
          {live.paused ? 'Go on' : 'Pause'}
        </Button>
      ) : (
        left > 0 && (
          <Button key="first" control="lab-start" tone="ink" onClick={start}>
            {runs.length === 0 ? 'Start' : 'Go on'}
          </Button>
        )
      )}
      {live ? (
        <Button key="second" control="lab-cancel" title="Every run made so far is kept" onClick={cancelExperiment}>
          Cancel
        </Button>
      ) : (
        runs.length > 0 && (
          <Button key="second" control="lab-forget" title="Forgets the runs that were made" onClick={forget}>
            Start over
          </Button>
        )
      )}
    </div>
  );
}

/** How far it is, as a bar and in words. */
export function RunProgress({ experiment, live }: RunControlsProps) {
  const { spec, runs } = experiment;
  const all = countRuns(spec);
  const under = live?.progress && runs.length < all ? live.progress.fraction : 0;
  return (
    <section className="lab-run" aria-label="Runs">
      <p className="field-hint">{spec.description}</p>
      <progress className="progress-bar" aria-label="Runs made" max={1} value={(runs.length + under) / all} />
      <p className="field-hint" data-control="lab-progress">
        {live ? liveWords(spec, runs.length, live) : madeWords(experiment, all)}
      </p>
    </section>
  );
}

/** What there is while nothing is being made. */
function madeWords({ runs }: Experiment, all: number): string {
  if (runs.length === 0) return `${counted(all, 'run')} to make, in the background, on WebAssembly.`;
  const seconds = runs.reduce((sum, run) => sum + run.seconds, 0);
  const backends = [...new Set(runs.map(({ backend }) => BACKEND_NAMES[backend] ?? backend))].join(' and ');
  return `${runs.length} of ${counted(all, 'run')}, ${duration(seconds)} on ${backends}. Kept in this browser.`;
}
