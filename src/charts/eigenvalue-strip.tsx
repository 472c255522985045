import './eigenvalue-strip.css';
import { useWidth } from './use-width';

const [HEIGHT, FOOT] = [40, 26];
const EDGE = 8;

/** Eigenvalues from \u22121 to 1 as strokes: where many lie it is dark. */
export function EigenvalueStrip({ values }: { values: ArrayLike<number> }) {
  const [figure, width] = useWidth<HTMLElement>(360);
  const place = (value: number) => EDGE + ((value + 1) / 2) * (width - 2 * EDGE);
  const opacity = Math.max(0.15, Math.min(1, 40 / values.length));
  return (
    <figure ref={figure} className="eigenvalue-strip">
      <svg width={width} height={HEIGHT} role="img" aria-label={`${values.length} eigenvalues of S from \u22121 to 1`}>
        <line className="eigenvalue-strip-axis" x1={place(-1)} x2={place(1)} y1={FOOT} y2={FOOT} />
        <path d={Array.from(values, (value) => `M${place(value).toFixed(1)} 4V${FOOT}`).join('')} opacity={opacity} />
        {[-1, 0, 1].map((tick) => (
          <text key={tick} x={place(tick)} y={HEIGHT - 2} textAnchor="middle">
            {String(tick).replace('-', '\u2212')}
          </text>
        ))}
      </svg>
    </figure>
  );
}
