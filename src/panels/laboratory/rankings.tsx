import { changeExperimentView } from '../../store/laboratory';
import type { Experiment, Quantity } from '../../store/state';
import { Button } from '../../ui/button';
import { capital } from '../names';
import { labelOf, rankingsOf } from './figures';
import { rho } from './result-words';

interface RankingsProps {
  experiment: Experiment;
  against: Quantity;
}

/** Spearman's ρ of each measure, as bars from the middle; pressing one draws it. */
export function Rankings({ experiment, against }: RankingsProps) {
  const { view } = experiment;
  const rankings = rankingsOf(experiment, against, view.when);
  return (
    <table className="lab-rankings" data-control="lab-rankings">
      <caption>
        Spearman’s ρ with {labelOf(against)}, {view.when}
      </caption>
      <tbody>
        {rankings.map(({ quantity, correlation }) => (
          <tr key={quantity} aria-current={quantity === view.of}>
            <th scope="row">
              <Button
                control={`lab-rank-${quantity}`}
                tone="quiet"
                onClick={() => changeExperimentView({ of: quantity })}
              >
                {capital(labelOf(quantity))}
              </Button>
            </th>
            <td>{correlation === null ? '–' : rho(correlation)}</td>
            <td>
              <Bar correlation={correlation ?? 0} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Bar({ correlation }: { correlation: number }) {
  const half = 50 * Math.abs(correlation);
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" width="100%" height="10" aria-hidden="true">
      <line x1="50" x2="50" y1="0" y2="10" />
      <rect x={correlation < 0 ? 50 - half : 50} y="1.5" width={half} height="7" />
    </svg>
  );
}
