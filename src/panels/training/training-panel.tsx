import { useState } from 'react';
import { nodeName } from '../../graph/graph';
import { actions } from '../../store/actions';
import { attempt } from '../../store/attempt';
import type { LiveTraining } from '../../store/state';
import { useStore } from '../../store/store';
import { pauseTraining, setTraining, train } from '../../store/training';
import { Button } from '../../ui/button';
import '../../ui/field.css';
import '../../ui/progress.css';
import { SidePanel } from '../side-panel';
import { OutcomeView } from './outcome-view';
import { liveWords, outcomeWords } from './outcome-words';
import { recipeToTrain, settingsLine, taskOf } from './settings';
import { SettingsFields } from './settings-fields';
import { LiveEpochs, OutcomeEpochs } from './training-epochs';
import './training-panel.css';
import { TrainingTerm } from './training-term';
import { WeightsFiles } from './weights-files';
import { whyNothingToLearn } from './why-nothing-to-learn';

/**
 * Training in the inspector's place, so that graph and embedding stay in sight: settings, live curves, then what came of it.
 * Everything is in the store: closing the panel stops nothing and loses nothing.
 */
export function TrainingPanel({ onClose }: { onClose: () => void }) {
  const { live, outcome } = useStore((state) => state.training);
  const graph = useStore((state) => state.graph);
  const focus = useStore((state) => state.focus);
  const inspect = graph && focus !== null && (
    <Button
      control="training-inspect"
      tone="quiet"
      title="Closes this panel, which stops nothing, and shows the inspector"
      onClick={onClose}
    >
      <span className="training-inspected">Inspect {nodeName(graph, focus)}</span>
    </Button>
  );
  return (
    <SidePanel control="training-panel" title="Train" tools={inspect} onClose={onClose}>
      {live ? <Live live={live} /> : <Next />}
      <p role="status" className="training-words" data-control="train-words">
        {!live && outcome && outcomeWords(outcome)}
      </p>
      {!live && outcome && (
        <>
          {outcome.report.divergence && (
            <p role="alert" className="training-divergence" data-control="train-divergence">
              {outcome.report.divergence.message}
            </p>
          )}
          <OutcomeEpochs outcome={outcome} />
          <OutcomeView outcome={outcome} />
        </>
      )}
      <WeightsFiles disabled={live !== null} />
    </SidePanel>
  );
}

/** What will be trained and how, and the button that begins. */
function Next() {
  const graph = useStore((state) => state.graph);
  const recipe = useStore((state) => state.recipe);
  const settings = useStore((state) => state.training.settings);
  const first = useStore((state) => state.training.outcome === null);
  const [unfolded, setUnfolded] = useState(first);
  const reason = whyNothingToLearn(graph);
  if (!graph || reason !== null) return <p>{reason}</p>;
  const task = taskOf(graph, recipe, settings);
  return (
    <>
      <p>
        <TrainingTerm name="task">Learns the class of each node</TrainingTerm>, with the recipe on screen.
      </p>
      <details open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary data-control="train-settings">{unfolded ? 'Settings' : settingsLine(task)}</summary>
        <SettingsFields graph={graph} recipe={recipe} settings={settings} onChange={setTraining} />
      </details>
      <span className="training-buttons">
        <Button
          control="train-start"
          tone="ink"
          onClick={() =>
            void attempt('The training could not be done', async () => {
              await train(task, undefined, recipeToTrain(recipe, settings));
            })
          }
        >
          Start
        </Button>
        <Button
          control="train-defaults"
          tone="quiet"
          onClick={() => setTraining({ task: {}, recipe: {}, goOn: false })}
        >
          Defaults
        </Button>
      </span>
    </>
  );
}

/** The training under way. */
function Live({ live }: { live: LiveTraining }) {
  const { progress, paused } = live;
  const words = liveWords(live);
  const pause = () => void attempt('The training could not be paused', () => pauseTraining(!paused));
  return (
    <>
      <p className="training-words" data-control="train-progress">
        {words}
      </p>
      <progress
        className="progress-bar"
        aria-label="Training"
        max={1}
        value={progress ? progress.epoch / progress.epochs : undefined}
      />
      <span className="training-buttons">
        <Button control="train-pause" onClick={pause}>
          {paused ? 'Go on' : 'Pause'}
        </Button>
        <Button control="train-cancel" title="Keeps the best weights so far" onClick={actions.cancelRun}>
          Cancel
        </Button>
      </span>
      <LiveEpochs live={live} />
    </>
  );
}
