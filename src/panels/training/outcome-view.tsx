import { useState } from 'react';
import { ConfusionMatrix } from '../../charts/confusion-matrix';
import { formatAccuracy } from '../../charts/numbers';
import { ReliabilityDiagram } from '../../charts/reliability-diagram';
import type { Scores } from '../../engine/protocol';
import { DESCRIPTORS } from '../../recipe/descriptors';
import type { TrainingOutcome } from '../../store/state';
import { SegmentedControl } from '../../ui/segmented';
import { ClassTable } from './class-table';
import './outcome-view.css';
import { PART_NAMES, PARTS, type Part, ScoreTable } from './score-table';
import { TrainingTerm } from './training-term';

/** What came of a training: scores beside those of the baselines, then one part of the split in detail. */
export function OutcomeView({ outcome }: { outcome: TrainingOutcome }) {
  const { report, recipe, graphName, classes } = outcome;
  const [chosen, setPart] = useState<Part>('test');
  const part = report.scores[chosen].count > 0 ? chosen : 'train';
  const scores = report.scores[part];
  const nodes = `the ${PART_NAMES[part].toLowerCase()} nodes`;
  const { expectedError } = scores.calibration;
  return (
    <div className="outcome" data-control="train-outcome">
      <h3 className="eyebrow">Accuracy</h3>
      <ScoreTable report={report} network={`${DESCRIPTORS[recipe.conv].title}, this network`} />
      <p className="field-hint">
        {graphName} · {DESCRIPTORS[recipe.conv].title}, {recipe.hops} {recipe.hops === 1 ? 'hop' : 'hops'},{' '}
        {recipe.width} wide
      </p>
      <div className="training-row">
        <h3 className="eyebrow">In detail</h3>
        <SegmentedControl
          control="train-part"
          label="Which nodes"
          value={part}
          choices={PARTS.map((value) => ({
            value,
            label: PART_NAMES[value],
            ...(report.scores[value].count === 0 && { unavailable: 'The split has no such nodes.' }),
          }))}
          onChange={setPart}
        />
      </div>
      <ClassTable scores={scores} classes={classes} />
      <h4>
        <TrainingTerm name="confusion">Confusion</TrainingTerm>
      </h4>
      <ConfusionMatrix
        control="train-confusion"
        label={`Confusion of ${nodes}`}
        confusion={scores.confusion}
        classes={classes}
      />
      <h4>
        <TrainingTerm name="calibration">Calibration</TrainingTerm>: expected error {formatAccuracy(expectedError)}
      </h4>
      <ReliabilityDiagram calibration={scores.calibration} label={spokenCalibration(scores, nodes)} />
    </div>
  );
}

function spokenCalibration({ calibration, count }: Scores, nodes: string): string {
  return `How often predictions of each confidence are right, over ${count} of ${nodes}: on average ${formatAccuracy(calibration.expectedError)} apart`;
}
