import type { ReactNode } from 'react';
import './line-chart.css';
import { linePath, niceCeiling, thinned } from './line-path';
import { formatNumber } from './numbers';
import { useWidth } from './use-width';

export interface Line {
  name: string;
  /** By position 0, 1, 2, …; null where there is no value. */
  values: readonly (number | null)[];
  colour: string;
  /** SVG dash pattern; '' is a solid line. */
  dash: string;
}

interface LineChartProps {
  title: ReactNode;
  lines: readonly Line[];
  /** The position at the right edge; lines may still be on their way there. */
  last: number;
  /** What a position is, e.g. "epoch". */
  unit: string;
  /** A share goes from 0 to 100 %; an amount from 0 to its largest value. */
  scale: 'share' | 'amount';
  format: (value: number | null) => string;
  /** The position to mark with an upright line; null marks none. */
  marked: number | null;
  /** The position whose values are told beside the names; without it the last that each line has. */
  told?: number;
}

const HEIGHT = 112;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 8, 8, 20];

/** Lines over a count, with the value each has reached: for a training, over its epochs. */
export function LineChart({ title, lines, last, unit, scale, format, marked, told }: LineChartProps) {
  const [figure, width] = useWidth<HTMLElement>(360);
  const top = scale === 'share' ? 1 : niceCeiling(largestOf(lines));
  const end = Math.max(1, last);
  const x = (position: number) => LEFT + (position / end) * (width - LEFT - RIGHT);
  const y = (value: number) => HEIGHT - BOTTOM - (value / top) * (HEIGHT - TOP - BOTTOM);
  const ticks = [0, top / 2, top];
  return (
    <figure ref={figure} className="line-chart">
      <figcaption className="line-chart-caption">
        <strong>{title}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line.name}>
              <svg width="16" height="4" aria-hidden="true">
                <line x1="0" x2="16" y1="2" y2="2" stroke={line.colour} strokeWidth="2" strokeDasharray={line.dash} />
              </svg>
              {line.name} <b>{format(line.values.at(told ?? -1) ?? null)}</b>
            </li>
          ))}
        </ul>
      </figcaption>
      <svg width={width} height={HEIGHT} aria-hidden="true">
        {ticks.map((tick) => (
          <g key={tick}>
            <line className="line-chart-grid" x1={LEFT} x2={width - RIGHT} y1={y(tick)} y2={y(tick)} />
            <text x={LEFT - 6} y={y(tick) + 4} textAnchor="end">
              {scale === 'share' ? `${100 * tick}\u202f%` : formatNumber(tick)}
            </text>
          </g>
        ))}
        {marked !== null && <line className="line-chart-mark" x1={x(marked)} x2={x(marked)} y1={TOP} y2={y(0)} />}
        {lines.map((line) => (
          <path
            key={line.name}
            d={linePath(line.values, thinned(line.values.length, width), x, y)}
            stroke={line.colour}
            strokeDasharray={line.dash}
          />
        ))}
        <text x={LEFT} y={HEIGHT - 4}>
          {unit} 0
        </text>
        <text x={width - RIGHT} y={HEIGHT - 4} textAnchor="end">
          {end.toLocaleString('en')}
        </text>
      </svg>
    </figure>
  );
}

function largestOf(lines: readonly Line[]): number {
  let largest = 0;
  for (const { values } of lines) for (const value of values) if (value !== null) largest = Math.max(largest, value);
  return largest;
}
