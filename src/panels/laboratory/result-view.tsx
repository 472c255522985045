import { memo } from 'react';
import { runKey } from '../../gnn/experiments/results';
import { attempt } from '../../store/attempt';
import { changeExperimentView } from '../../store/laboratory';
import { openRun } from '../../store/open-run';
import type { Experiment, ExperimentView } from '../../store/state';
import { SegmentedControl } from '../../ui/segmented';
import { Select } from '../../ui/select';
import { capital } from '../names';
import { SaveButtons } from '../save-buttons';
import { ExperimentChart } from './experiment-chart';
import { labelOf, quantitiesOf } from './figures';
import { GridMaps } from './grid-maps';
import { Rankings } from './rankings';
import { resultWords } from './result-words';

interface ResultViewProps {
  experiment: Experiment;
  onSave: (kind: string) => Promise<string>;
}

/**
 * What the runs so far show: chosen quantities as a chart, in a sentence, and to take along. Drawn anew with each run, not with
 * each word of progress.
 */
export const ResultView = memo(({ experiment, onSave }: ResultViewProps) => {
  const { spec, view, runs } = experiment;
  const quantities = quantitiesOf(experiment).map((value) => ({ value, label: capital(labelOf(value)) }));
  const open = (id: string) => {
    const run = runs.find((each) => runKey(each) === id);
    if (run) void attempt('The run could not be opened', () => openRun(run));
  };
  return (
    <section className="lab-result" aria-label="Result">
      <div className="lab-quantities">
        <Select
          control="lab-of"
          label={<span className="visually-hidden">Show</span>}
          value={view.of}
          options={quantities}
          onChange={(of) => changeExperimentView({ of })}
        />
        <Select<ExperimentView['against']>
          control="lab-against"
          label="by"
          value={view.against}
          options={[{ value: 'depth', label: spec.grid ? 'Grid' : 'Depth' }, ...quantities]}
          onChange={(against) => changeExperimentView({ against })}
        />
        {spec.task && (
          <SegmentedControl
            control="lab-when"
            label="Measured of which network"
            value={view.when}
            choices={[
              { value: 'untrained', label: 'Untrained' },
              { value: 'trained', label: 'Trained' },
            ]}
            onChange={(when) => changeExperimentView({ when })}
          />
        )}
      </div>
      {spec.grid && view.against === 'depth' ? (
        <GridMaps experiment={experiment} grid={spec.grid} onOpen={open} />
      ) : (
        <ExperimentChart experiment={experiment} onOpen={open} />
      )}
      <p className="lab-words" data-control="lab-words">
        {resultWords(experiment)}
      </p>
      {view.against !== 'depth' && <Rankings experiment={experiment} against={view.against} />}
      <SaveButtons control="lab-save" what="experiment" disabled={runs.length === 0} onSave={onSave} />
    </section>
  );
});
