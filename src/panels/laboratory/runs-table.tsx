import { memo, useState } from 'react';
import { formatNumber } from '../../charts/numbers';
import { styleOf } from '../../charts/quantities';
import { attempt } from '../../store/attempt';
import { openRun } from '../../store/open-run';
import type { Experiment } from '../../store/state';
import { Button } from '../../ui/button';
import { capital } from '../names';
import { signed } from './difference-words';
import { type Cell, cellsOf } from './figures';
import { titleOf } from './result-words';
import { runName } from './run-name';

/** What the chart shows, as a table; every run can be opened from it. */
export const RunsTable = memo(({ experiment }: { experiment: Experiment }) => {
  const [unfolded, setUnfolded] = useState(false);
  const { view, runs, spec } = experiment;
  const axes = spec.grid ? [spec.grid.x.parameter, spec.grid.y.parameter] : ['depth'];
  const cells = unfolded ? cellsOf(experiment, view.of, view.when) : [];
  const published = cells.some((cell) => cell.published !== null);
  const failures = runs.filter(({ failure }) => failure !== null);
  return (
    <>
      {failures.length > 0 && (
        <details className="lab-failures">
          <summary data-control="lab-failures">
            {failures.length} of {runs.length} runs could not be made to their end
          </summary>
          <ul>
            {failures.map((run) => (
              <li key={runName(run)}>
                {runName(run)}: {run.failure}
              </li>
            ))}
          </ul>
        </details>
      )}
      <details className="lab-table" onToggle={(event) => setUnfolded(event.currentTarget.open)}>
        <summary data-control="lab-table-shown">As a table</summary>
        <table data-control="lab-table">
          <caption>{capital(titleOf(view))}: mean ± standard deviation over the seeds</caption>
          <thead>
            <tr>
              <th scope="col">Line</th>
              {axes.map((name) => (
                <th key={name} scope="col">
                  {capital(name)}
                </th>
              ))}
              <th scope="col">Mean</th>
              {published && <th scope="col">Published, gap</th>}
              <th scope="col">Open seed</th>
            </tr>
          </thead>
          <tbody>
            {cells.map((cell) => (
              <Row key={runName({ ...cell, seed: 0 })} {...{ cell, experiment, published }} />
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
});

function Row({ cell, experiment, published }: { cell: Cell; experiment: Experiment; published: boolean }) {
  const { format } = styleOf(experiment.view.of);
  return (
    <tr>
      <th scope="row">{cell.line}</th>
      {experiment.spec.grid ? (
        Object.entries(cell.at).map(([name, value]) => <td key={name}>{formatNumber(value)}</td>)
      ) : (
        <td>{cell.depth}</td>
      )}
      <td>
        {format(cell.mean)}
        {cell.runs.length > 1 && ` ± ${format(cell.deviation)}`}
      </td>
      {published && (
        <td>
          {cell.published === null
            ? '–'
            : `${format(cell.published)}, ${signed(cell.mean - cell.published, experiment.view.of)}`}
        </td>
      )}
      <td className="lab-seeds">
        {cell.runs.map((run) => (
          <Button
            key={run.seed}
            control="lab-open"
            tone="quiet"
            aria-label={`Open ${runName(run)}`}
            onClick={() => void attempt('The run could not be opened', () => openRun(run))}
          >
            {run.seed}
          </Button>
        ))}
      </td>
    </tr>
  );
}
