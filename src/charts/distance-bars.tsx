import './distance-bars.css';
import { formatFineShare } from './numbers';
import { useWidth } from './use-width';

export interface DistanceBar {
  /** Below the bar, e.g. "3". */
  label: string;
  /** For the pointer and for screen readers, e.g. "12 nodes 3 hops away". */
  who: string;
  /** 0…1 of the total. */
  share: number;
  /** The same for one of its nodes. */
  each: number;
}

interface DistanceBarsProps {
  bars: readonly DistanceBar[];
  /** What is shared out, e.g. "influence". */
  of: string;
  /** `share`: what they have together, from 0; `each`: what one of them has, by powers of ten. */
  scale: 'share' | 'each';
  /** Under the axis. */
  unit: string;
}

const HEIGHT = 116;
const [LEFT, TOP, BOTTOM] = [34, 14, 30];
/** Fewer pixels have no room for a number above the bar. */
const ROOM_FOR_NUMBER = 27;
/** Powers of ten shown at most: below them a bar is a line on the floor. */
const MOST_DECADES = 12;

/** How something is shared out among nodes by their distance. */
export function DistanceBars({ bars, of, scale, unit }: DistanceBarsProps) {
  const [figure, width] = useWidth<HTMLElement>(280);
  const values = bars.map((bar) => bar[scale]);
  const height = scale === 'share' ? fromZero(values) : byDecades(values);
  const step = (width - LEFT) / bars.length;
  const y = (at: number) => HEIGHT - BOTTOM - at * (HEIGHT - TOP - BOTTOM);
  const every = Math.ceil(18 / step);
  return (
    <figure ref={figure} className="distance-bars">
      <svg width={width} height={HEIGHT} role="img" aria-label={spoken(bars, of, scale)}>
        {height.ticks.map(({ at, label }) => (
          <g key={label}>
            <line className="distance-grid" x1={LEFT} x2={width} y1={y(at)} y2={y(at)} />
            <text x={LEFT - 5} y={y(at) + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        {bars.map((bar, i) => {
          const tall = height.of(bar[scale]);
          const middle = LEFT + (i + 0.5) * step;
          return (
            <g key={bar.label} className="distance-bar">
              <title>{`${bar.who}: ${formatFineShare(bar[scale])}`}</title>
              <rect className="distance-hit" x={LEFT + i * step} y={0} width={step} height={HEIGHT - BOTTOM} />
              {bar[scale] > 0 && (
                <rect
                  x={middle - Math.min(14, step * 0.36)}
                  y={Math.min(y(tall), y(0) - 1)}
                  width={2 * Math.min(14, step * 0.36)}
                  height={Math.max(1, y(0) - y(tall))}
                  rx={1.5}
                />
              )}
              {scale === 'share' && step >= ROOM_FOR_NUMBER && (
                <text className="distance-number" x={middle} y={y(tall) - 4} textAnchor="middle">
                  {formatFineShare(bar.share).replace(/\s?%$/u, '')}
                </text>
              )}
              {(i % every === 0 || i === bars.length - 1) && (
                <text x={middle} y={HEIGHT - BOTTOM + 13} textAnchor="middle">
                  {bar.label}
                </text>
              )}
            </g>
          );
        })}
        <text x={LEFT + (width - LEFT) / 2} y={HEIGHT - 3} textAnchor="middle">
          {unit}
        </text>
      </svg>
    </figure>
  );
}

interface Scale {
  /** Value → 0…1 of the height. */
  of: (value: number) => number;
  ticks: { at: number; label: string }[];
}

function fromZero(values: number[]): Scale {
  const top = [0.05, 0.1, 0.2, 0.25, 0.5, 1].find((each) => each >= Math.max(...values)) ?? 1;
  return {
    of: (value) => value / top,
    ticks: [0, 0.5, 1].map((at) => ({ at, label: `${Number((100 * at * top).toPrecision(2))}\u202f%` })),
  };
}

function byDecades(values: number[]): Scale {
  const logs = values.filter((value) => value > 0).map(Math.log10);
  const top = Math.ceil(Math.max(...logs, -1));
  const floor = Math.max(top - MOST_DECADES, Math.floor(Math.min(...logs, top - 1) - 0.2));
  const span = top - floor;
  const every = Math.ceil(span / 4);
  const exponents = Array.from({ length: Math.floor(span / every) + 1 }, (_, i) => top - i * every);
  return {
    of: (value) => Math.max(0, (Math.log10(value) - floor) / span),
    ticks: exponents.map((exponent) => ({ at: (exponent - floor) / span, label: percentOf(exponent) })),
  };
}

/** 10^exponent as a percentage: "100 %", "0.1 %", "10⁻⁵ %". */
function percentOf(exponent: number): string {
  const power = exponent + 2;
  if (power >= -2) return `${Number((10 ** power).toPrecision(1))}\u202f%`;
  const raised = [...String(-power)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
  return `10⁻${raised}\u202f%`;
}

function spoken(bars: readonly DistanceBar[], of: string, scale: DistanceBarsProps['scale']): string {
  const what = scale === 'share' ? `Share of ${of}` : `Share of ${of} one node has`;
  return `${what}: ${bars.map((bar) => `${bar.who} ${formatFineShare(bar[scale])}`).join(', ')}`;
}
