import { keepArrowKeys } from '../ui/radio';
import './confusion-matrix.css';
import { formatCount } from './numbers';

interface ConfusionMatrixProps {
  /** [actual][predicted] counts. */
  confusion: readonly (readonly number[])[];
  classes: readonly string[];
  /** What the table is of, e.g. "Confusion on the test nodes". */
  label: string;
  control: string;
}

/** The strongest tint, as a percentage of its colour: words on it stay readable in both themes. */
const STRONGEST = 40;

/** Who is taken for whom: a table, tinted by the share of its row. Columns carry the numbers that rows explain. */
export function ConfusionMatrix({ confusion, classes, label, control }: ConfusionMatrixProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
    <section className="confusion" aria-label={label} tabIndex={0} data-control={control} onKeyDown={keepArrowKeys}>
      <table>
        <thead>
          <tr>
            <th scope="col">is ↓ · said to be →</th>
            {classes.map((name, c) => (
              <th key={name} scope="col" title={name}>
                <span aria-hidden="true">{c + 1}</span>
                <span className="visually-hidden">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {confusion.map((row, actual) => (
            <tr key={classes[actual]}>
              <th scope="row" title={classes[actual]}>
                <span className="confusion-class">
                  <span aria-hidden="true">{actual + 1} </span>
                  {classes[actual]}
                </span>
              </th>
              {row.map((count, predicted) => (
                <td key={classes[predicted]} style={{ backgroundColor: tint(count, row, actual === predicted) }}>
                  {formatCount(count)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function tint(count: number, row: readonly number[], right: boolean): string | undefined {
  if (count === 0) return undefined;
  const total = row.reduce((sum, n) => sum + n, 0);
  const strength = Math.max(4, Math.round((STRONGEST * count) / total));
  return `color-mix(in srgb, var(--${right ? 'teal' : 'ember'}) ${strength}%, transparent)`;
}
