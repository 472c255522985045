import { counted, formatNumber, formatShare } from '../../../charts/numbers';
import { type DistanceFigures, type Estimate, effectiveDiameter, meanDistance } from '../../../graph/distance-figures';
import { Term } from '../../term';

interface DegreesTableProps {
  name: string;
  nodeCount: number;
  /** (N) hops along edges from which the node hears each node, −1 never. */
  distance: Int32Array;
  /** Of the whole graph; null while they are measured. */
  figures: DistanceFigures | null;
}

/** Six degrees of separation: the node beside the graph it is in. */
export function DegreesTable({ name, nodeCount, distance, figures }: DegreesTableProps) {
  const counts = countsOf(distance);
  const hears = counts.length > 1;
  const six = figures?.share[Math.min(6, figures.share.length - 1)] ?? null;
  const within = counts.subarray(0, 7).reduce((sum, count) => sum + count, 0) / nodeCount;
  const rows = [
    { term: 'sixHops', label: 'Within six edges', own: formatShare(within), graph: written(six, formatShare) },
    {
      term: 'meanDistance',
      label: 'Mean distance',
      own: hears ? formatNumber(meanDistance(counts)) : '–',
      graph: written(figures?.mean ?? null),
    },
    {
      term: 'effectiveDiameter',
      label: '90 % lie within',
      own: hears ? formatNumber(effectiveDiameter(counts)) : '–',
      graph: written(figures?.effective ?? null),
    },
    {
      term: 'diameter',
      label: 'Farthest',
      own: String(counts.length - 1),
      graph: figures ? `${figures.diameter.exact ? '' : '≥ '}${figures.diameter.value}` : '…',
    },
  ] as const;
  return (
    <>
      <table className="degrees" aria-busy={figures === null}>
        <caption className="visually-hidden">Distances from {name} and in the whole graph, in edges</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{name}</th>
            <th scope="col">Graph</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ term, label, own, graph }) => (
            <tr key={term}>
              <th scope="row">
                <Term name={term}>{label}</Term>
              </th>
              <td>{own}</td>
              <td>{graph}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {figures && (figures.sampled !== null || figures.connected?.value !== 1) && (
        <p className="inspector-hint">{provisoOf(figures)}</p>
      )}
    </>
  );
}

function countsOf(distance: Int32Array): Float64Array {
  const farthest = distance.reduce((most, hops) => Math.max(most, hops), 0);
  const counts = new Float64Array(farthest + 1);
  for (const hops of distance) if (hops >= 0) counts[hops]++;
  return counts;
}

function written(estimate: Estimate | null, format: (value: number) => string = formatNumber): string {
  if (!estimate) return '–';
  return estimate.error === null
    ? format(estimate.value)
    : `${format(estimate.value)} ± ${errorOf(estimate.error, format)}`;
}

function errorOf(error: number, format: (value: number) => string): string {
  return format === formatShare ? `${formatNumber(100 * error, 1)}` : formatNumber(error, 1);
}

function provisoOf({ sampled, connected }: DistanceFigures): string {
  const sentences: string[] = [];
  if (connected && connected.value < 1) {
    sentences.push(`Distances are over the ${formatShare(connected.value)} of pairs of which one hears the other.`);
  }
  if (sampled !== null) {
    sentences.push(
      `Of the graph, from ${counted(sampled, 'node')} drawn at random; ± is the standard error, and the farthest may be farther.`,
    );
  }
  return sentences.join(' ');
}
