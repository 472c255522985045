import { formatAccuracy, formatCount } from '../../charts/numbers';
import type { Baseline, TrainReport } from '../../engine/protocol';
import type { TrainingTermName } from './terms';
import { TrainingTerm } from './training-term';

export const PARTS = ['train', 'validation', 'test'] as const;
export type Part = (typeof PARTS)[number];
export const PART_NAMES: Record<Part, string> = { train: 'Training', validation: 'Validation', test: 'Test' };

/** From the most to the least that a method does. */
const BASELINES: { name: Baseline['name']; label: string; term: TrainingTermName }[] = [
  { name: 'mlp', label: 'MLP', term: 'mlp' },
  { name: 'labelPropagation', label: 'Label propagation', term: 'labelPropagation' },
  { name: 'majority', label: 'Majority class', term: 'majority' },
];

interface ScoreTableProps {
  report: Pick<TrainReport, 'scores' | 'baselines'>;
  /** What the trained network is called. */
  network: string;
}

/** Accuracy on each part of the split, the network first and what does without it below. */
export function ScoreTable({ report: { scores, baselines }, network }: ScoreTableProps) {
  return (
    <table className="scores" data-control="train-scores">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">Method</span>
          </th>
          {PARTS.map((part) => (
            <th key={part} scope="col">
              {PART_NAMES[part]} <span className="scores-count">{formatCount(scores[part].count)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr className="scores-network">
          <th scope="row">{network}</th>
          {PARTS.map((part) => (
            <td key={part}>{formatAccuracy(scores[part].accuracy)}</td>
          ))}
        </tr>
        {baselines.length > 0 &&
          BASELINES.map(({ name, label, term }) => {
            const baseline = baselines.find((one) => one.name === name);
            return (
              <tr key={name}>
                <th scope="row">
                  <TrainingTerm name={term}>{label}</TrainingTerm>
                </th>
                {baseline ? (
                  PARTS.map((part) => <td key={part}>{formatAccuracy(baseline.scores[part].accuracy)}</td>)
                ) : (
                  <td colSpan={PARTS.length} className="scores-missing">
                    not trained, for this was cancelled
                  </td>
                )}
              </tr>
            );
          })}
      </tbody>
    </table>
  );
}
