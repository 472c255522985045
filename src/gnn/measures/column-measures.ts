import type { FeatureMatrix } from '../../graph/graph';
import { WHOLE_UP_TO } from '../linear-algebra/gram';
import { colDiff } from './col-diff';
import { effectiveRank } from './effective-rank';
import { estimatedRank } from './estimated-rank';
import { numericalRank } from './numerical-rank';
import { ALL_ZERO, type Report, twoDigits } from './report';
import { gramOf, spectrumOf } from './spectrum';
import type { RowSummary } from './sums';

/** The measures that read the Gram matrix: how columns differ and how many dimensions the embedding has. */
export function columnMeasures(
  x: FeatureMatrix,
  { absoluteSums, squaredNorm }: RowSummary,
  { row, note, estimate }: Report,
): void {
  const gram = gramOf(x);
  const columns = colDiff(x, absoluteSums, gram?.side === 'columns' ? gram.values : null);
  estimate('colDiff', columns, columns.whole, 'pairs of columns');
  const zeroColumns = absoluteSums.filter((sum) => sum === 0).length;
  if (zeroColumns > 0) note('colDiff', `${zeroColumns} of ${x.columns} columns are zero and stay zero`);

  const spectrum = spectrumOf(x, gram);
  row.effectiveRank = effectiveRank(spectrum);
  row.numericalRank = numericalRank(squaredNorm, spectrum);
  if (squaredNorm === 0) for (const key of ['effectiveRank', 'numericalRank'] as const) note(key, ALL_ZERO);
  else if (!spectrum.complete) {
    note('numericalRank', `by a randomised SVD, relative error about ${spectrum.error.toExponential(0)}`);
    const estimated = estimatedRank(x, spectrum);
    row.effectiveRank = estimated?.mean ?? null;
    note(
      'effectiveRank',
      estimated
        ? `estimated by stochastic Lanczos quadrature, standard error about ${twoDigits(estimated.error)}`
        : `needs all singular values: beyond ${WHOLE_UP_TO} columns and as many nodes they take too long at this size`,
    );
  }
}
