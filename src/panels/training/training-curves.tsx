import { LineChart } from '../../charts/line-chart';
import { formatNumber } from '../../charts/numbers';
import type { EpochReport } from '../../engine/protocol';
import { TrainingTerm } from './training-term';
import { percent } from './written';

interface TrainingCurvesProps {
  curve: readonly EpochReport[];
  /** The epoch at the right edge. */
  epochs: number;
  /** The epoch whose weights are kept; null before the first. */
  bestEpoch: number | null;
}

const TRAIN = { name: 'training', colour: 'var(--ember)', dash: '' };
const VALIDATION = { name: 'validation', colour: 'var(--teal)', dash: '6 3' };
const TEST = { name: 'test', colour: 'var(--violet)', dash: '2 3' };

/** Loss and accuracy over the epochs; an upright line where the weights are kept from. */
export function TrainingCurves({ curve, epochs, bestEpoch }: TrainingCurvesProps) {
  const shared = { last: epochs, unit: 'epoch', marked: bestEpoch };
  return (
    <div className="training-curves" data-control="train-curves">
      <LineChart
        {...shared}
        title={<TrainingTerm name="loss">Loss</TrainingTerm>}
        scale="amount"
        format={formatNumber}
        lines={[
          { ...TRAIN, values: curve.map(({ loss }) => loss) },
          { ...VALIDATION, values: curve.map(({ validationLoss }) => validationLoss) },
        ]}
      />
      <LineChart
        {...shared}
        title={<TrainingTerm name="accuracy">Accuracy</TrainingTerm>}
        scale="share"
        format={percent}
        lines={[
          { ...TRAIN, values: curve.map(({ accuracy }) => accuracy.train) },
          { ...VALIDATION, values: curve.map(({ accuracy }) => accuracy.validation) },
          { ...TEST, values: curve.map(({ accuracy }) => accuracy.test) },
        ]}
      />
    </div>
  );
}
