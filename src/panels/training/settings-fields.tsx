import type { Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import type { SplitSpec, TaskSpec } from '../../recipe/task';
import { DROPOUT, SEED } from '../../recipe/validate';
import { EPOCHS, LEARNING_RATE, PATIENCE, TRACE_EVERY, WEIGHT_DECAY } from '../../recipe/validate-task';
import type { TrainingSettings } from '../../store/state';
import { Checkbox } from '../../ui/checkbox';
import { SegmentedControl } from '../../ui/segmented';
import { GroupRows } from './group-rows';
import { NumberSetting } from './number-setting';
import { recipeToTrain, splitOf, taskOf } from './settings';
import { SplitSettings } from './split-settings';
import { TrainingTerm } from './training-term';
import { useTrainedParameters } from './use-trained-parameters';

interface SettingsFieldsProps {
  graph: Graph;
  recipe: Recipe;
  settings: TrainingSettings;
  onChange: (change: Partial<TrainingSettings>) => void;
}

/** What the next training is set to. */
export function SettingsFields({ graph, recipe, settings, onChange }: SettingsFieldsProps) {
  const task = taskOf(graph, recipe, settings);
  const trained = recipeToTrain(recipe, settings);
  const { dropout, dropEdge } = trained;
  const parameters = useTrainedParameters(graph, trained);
  const setTask = (change: Partial<TaskSpec>) => onChange({ task: { ...settings.task, ...change } });
  const setRecipe = (change: TrainingSettings['recipe']) => onChange({ recipe: { ...settings.recipe, ...change } });
  return (
    <div className="training-settings">
      {(recipe.weights.kind === 'trained' || recipe.weights.kind === 'file') && (
        <div className="training-row">
          <span>Begin with</span>
          <SegmentedControl
            control="train-begin"
            label="Begin with"
            value={settings.goOn ? 'screen' : 'random'}
            choices={[
              { value: 'random', label: 'Random weights' },
              { value: 'screen', label: 'Those on screen' },
            ]}
            onChange={(begin) => onChange({ goOn: begin === 'screen' })}
          />
        </div>
      )}
      {recipe.weights.kind === 'identity' && (
        <p className="field-hint">Identity weights have nothing to learn, so random ones take their place.</p>
      )}
      <div className="training-row">
        <TrainingTerm name="split">Split</TrainingTerm>
        <SegmentedControl
          control="train-split"
          label="Split"
          value={task.split.kind}
          choices={[
            {
              value: 'given',
              label: 'The graph’s own',
              ...(graph.split === null && { unavailable: 'This graph comes without a split.' }),
            },
            { value: 'perClass', label: 'Per class' },
            { value: 'fraction', label: 'Shares' },
          ]}
          onChange={(kind) => setTask({ split: splitOf(kind, graph) })}
        />
      </div>
      <SplitSettings split={task.split} onChange={(split: SplitSpec) => setTask({ split })} />
      <div className="training-grid">
        <NumberSetting
          {...{ control: 'train-epochs', term: 'epochs', label: 'Epochs', range: EPOCHS, value: task.epochs }}
          onCommit={(epochs) => setTask({ epochs })}
        />
        <NumberSetting
          {...{ control: 'train-learning-rate', term: 'learningRate', label: 'Learning rate', range: LEARNING_RATE }}
          value={task.learningRate}
          onCommit={(learningRate) => setTask({ learningRate })}
        />
        <NumberSetting
          {...{ control: 'train-weight-decay', term: 'weightDecay', label: 'Weight decay', range: WEIGHT_DECAY }}
          value={task.weightDecay}
          onCommit={(weightDecay) => setTask({ weightDecay })}
        />
        <NumberSetting
          {...{ control: 'train-dropout', term: 'dropout', label: 'Dropout', range: DROPOUT, value: dropout }}
          onCommit={(value) => setRecipe({ dropout: value })}
        />
        <NumberSetting
          {...{ control: 'train-drop-edge', term: 'dropEdge', label: 'Dropped edges', range: DROPOUT, value: dropEdge }}
          onCommit={(value) => setRecipe({ dropEdge: value })}
        />
        <NumberSetting
          {...{ control: 'train-patience', term: 'patience', label: 'Patience' }}
          value={task.patience ?? 0}
          range={{ ...PATIENCE, minimum: 0 }}
          onCommit={(epochs) => setTask({ patience: epochs === 0 ? null : epochs })}
        />
        <NumberSetting
          {...{ control: 'train-seed', term: 'trainSeed', label: 'Seed', range: SEED, value: task.seed }}
          onCommit={(seed) => setTask({ seed })}
        />
        <NumberSetting
          {...{ control: 'train-look-every', term: 'lookEvery', label: 'Look every n-th', range: TRACE_EVERY }}
          value={task.traceEvery}
          onCommit={(traceEvery) => setTask({ traceEvery })}
        />
      </div>
      <GroupRows task={task} parameters={parameters} onChange={(groups) => setTask({ groups })} />
      <div className="training-row">
        <TrainingTerm name="monitor">Keep the epoch with the</TrainingTerm>
        <SegmentedControl
          control="train-monitor"
          label="Keep the epoch with the"
          value={task.monitor}
          choices={[
            { value: 'accuracy', label: 'best accuracy' },
            { value: 'loss', label: 'lowest loss' },
          ]}
          onChange={(monitor) => setTask({ monitor })}
        />
      </div>
      <Checkbox control="train-baselines" checked={task.baselines} onChange={(baselines) => setTask({ baselines })}>
        Compare with <TrainingTerm name="baselines">baselines</TrainingTerm>
      </Checkbox>
    </div>
  );
}
