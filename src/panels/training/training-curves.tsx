import { LineChart } from '../../charts/line-chart';
import { formatAccuracy, formatNumber } from '../../charts/numbers';
import type { EpochReport } from '../../engine/protocol';
import { TrainingTerm } from './training-term';

interface TrainingCurvesProps {
  curve: readonly EpochReport[];
  /** The epoch at the right edge. */
  end: number;
  /** The epoch whose weights are kept; null before the first. */
  bestEpoch: number | null;
  /** The epoch whose values are read off and whose network is on screen; null for the newest. */
  shownEpoch: number | null;
  /** Called with the epoch that was clicked. */
  onPick: (epoch: number) => void;
}

const TRAIN = { name: 'training', colour: 'var(--ember)', dash: '' };
const VALIDATION = { name: 'validation', colour: 'var(--teal)', dash: '6 3' };
const TEST = { name: 'test', colour: 'var(--violet)', dash: '2 3' };

/** Loss and accuracy over the epochs; upright lines where the weights are kept from, and where the network on screen is. */
export function TrainingCurves({ curve, end, bestEpoch, shownEpoch, onPick }: TrainingCurvesProps) {
  const marked = bestEpoch === null ? null : { at: bestEpoch, name: 'best' };
  const shared = { last: end, unit: 'epoch', marked, shown: shownEpoch, onPick };
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
        format={formatAccuracy}
        lines={[
          { ...TRAIN, values: curve.map(({ accuracy }) => accuracy.train) },
          { ...VALIDATION, values: curve.map(({ accuracy }) => accuracy.validation) },
          { ...TEST, values: curve.map(({ accuracy }) => accuracy.test) },
        ]}
      />
    </div>
  );
}
