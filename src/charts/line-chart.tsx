import type { MouseEvent, ReactNode } from 'react';
import { type Axis, shareAxis } from './axis';
import './line-chart.css';
import { linePath, niceCeiling, thinned } from './line-path';
import { formatNumber } from './numbers';
import { useWidth } from './use-width';

export interface Line {
  name: string;
  /** By position 0, 1, 2, …; null where there is no value. */
  values: readonly (number | null)[];
  /** That of no other line in the chart. */
  colour: string;
  /** SVG dash pattern; '' is a solid line. */
  dash: string;
  /** Positions that do not continue the one before them. */
  brokenAt?: ReadonlySet<number>;
}

interface LineChartProps {
  title: ReactNode;
  lines: readonly Line[];
  /** The position at the right edge; lines may still be on their way there. */
  last: number;
  /** What a position is, e.g. "epoch". */
  unit: string;
  /** A share goes from 0 to 100 %; an amount from 0 to its largest value; or as the axis says. */
  scale: 'share' | 'amount' | Axis;
  format: (value: number | null) => string;
  /** A position to mark with an upright line and what it is called; null marks none. */
  marked: { at: number; name: string } | null;
  /** The position that is being looked at; null for the newest. */
  shown: number | null;
  /** Called with the position under the pointer when the chart is clicked. */
  onPick: (position: number) => void;
}

const HEIGHT = 112;
const [LEFT, RIGHT, TOP, BOTTOM] = [40, 8, 12, 20];

/** From the edges of a chart to its first and its last position, in pixels: what stands below can line up with it. */
export const CHART_INSET = { left: LEFT, right: RIGHT };

/** Lines over a count, with the value each has where it is looked at: for a training, over its epochs. */
export function LineChart({ title, lines, last, unit, scale, format, marked, shown, onPick }: LineChartProps) {
  const [figure, width] = useWidth<HTMLElement>(360);
  const axis = axisOf(scale, lines);
  const end = Math.max(1, last);
  const x = (position: number) => LEFT + (position / end) * (width - LEFT - RIGHT);
  const up = (share: number) => HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
  const y = (value: number) => up(axis.place(value));
  const pick = ({ clientX, currentTarget }: MouseEvent<SVGSVGElement>) => {
    const along = clientX - currentTarget.getBoundingClientRect().left - LEFT;
    const position = Math.round((along / (width - LEFT - RIGHT)) * end);
    onPick(Math.min(end, Math.max(0, position)));
  };
  return (
    <figure ref={figure} className="line-chart">
      <figcaption className="line-chart-caption">
        <strong>{title}</strong>
        <ul>
          {lines.map((line) => (
            <li key={line.colour}>
              <svg width="16" height="4" aria-hidden="true">
                <line x1="0" x2="16" y1="2" y2="2" stroke={line.colour} strokeWidth="2" strokeDasharray={line.dash} />
              </svg>
              {line.name} <b>{format(valueAt(line, shown))}</b>
            </li>
          ))}
        </ul>
      </figcaption>
      {/* For the pointer alone: keys have the slider below. */}
      <svg className="line-chart-plot" width={width} height={HEIGHT} aria-hidden="true" onClick={pick}>
        {axis.ticks.map(({ at, label }) => (
          <g key={label}>
            <line className="line-chart-grid" x1={LEFT} x2={width - RIGHT} y1={up(at)} y2={up(at)} />
            <text x={LEFT - 6} y={up(at) + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {marked && <line className="line-chart-mark" x1={x(marked.at)} x2={x(marked.at)} y1={TOP} y2={up(0)} />}
        {marked && (
          <text x={x(marked.at)} y={TOP - 3} textAnchor={anchorAt(x(marked.at), width)}>
            {marked.name}
          </text>
        )}
        {shown !== null && <line className="line-chart-shown" x1={x(shown)} x2={x(shown)} y1={TOP} y2={up(0)} />}
        {lines.map((line) => (
          <path
            key={line.colour}
            d={linePath(line.values, thinned(line.values.length, width), x, y, line.brokenAt)}
            stroke={line.colour}
            strokeDasharray={line.dash}
          />
        ))}
        {shown !== null &&
          lines.map((line) => {
            const value = line.values[shown] ?? null;
            return value !== null && <circle key={line.colour} cx={x(shown)} cy={y(value)} r={3} fill={line.colour} />;
          })}
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

function axisOf(scale: LineChartProps['scale'], lines: readonly Line[]): Axis {
  if (typeof scale === 'object') return scale;
  if (scale === 'share') return shareAxis();
  const top = niceCeiling(largestOf(lines));
  const ticks = [0, 0.5, 1].map((at) => ({ at, label: formatNumber(at * top) }));
  return { place: (value) => value / top, ticks, logarithmic: false };
}

function largestOf(lines: readonly Line[]): number {
  let largest = 0;
  for (const { values } of lines) for (const value of values) if (value !== null) largest = Math.max(largest, value);
  return largest;
}

function valueAt({ values }: Line, shown: number | null): number | null {
  return (shown === null ? values.at(-1) : values[shown]) ?? null;
}

/** So that a short word over a line stays inside the chart. */
function anchorAt(x: number, width: number): 'start' | 'middle' | 'end' {
  return x < LEFT + 16 ? 'start' : x > width - 24 ? 'end' : 'middle';
}
