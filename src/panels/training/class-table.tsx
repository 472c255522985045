import { formatAccuracy, formatCount } from '../../charts/numbers';
import type { Scores } from '../../engine/protocol';
import { TrainingTerm } from './training-term';

/** Precision, recall and F1 of each class. */
export function ClassTable({ scores, classes }: { scores: Scores; classes: readonly string[] }) {
  return (
    <table className="scores" data-control="train-classes">
      <thead>
        <tr>
          <th scope="col">Class</th>
          {(['precision', 'recall', 'f1', 'support'] as const).map((name) => (
            <th key={name} scope="col">
              <TrainingTerm name={name}>{name === 'f1' ? 'F1' : name === 'support' ? 'nodes' : name}</TrainingTerm>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.perClass.map(({ precision, recall, f1, support }, c) => (
          <tr key={classes[c]}>
            <th scope="row">
              <span className="scores-class" title={classes[c]}>
                {c + 1} {classes[c]}
              </span>
            </th>
            <td>{formatAccuracy(precision)}</td>
            <td>{formatAccuracy(recall)}</td>
            <td>{formatAccuracy(f1)}</td>
            <td>{formatCount(support)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
