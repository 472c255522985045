import type { Calibration } from '../engine/protocol';
import { formatCount } from './numbers';
import './reliability-diagram.css';

const SIDE = 168;
const [LEFT, BOTTOM, EDGE] = [40, 32, 8];

/**
 * How often predictions of each confidence are right (Guo et al. 2017, 1706.04599): bars that end on the diagonal can be
 * believed; shorter ones are over-confident. The fainter a bar, the fewer nodes it stands for.
 */
export function ReliabilityDiagram({ calibration, label }: { calibration: Calibration; label: string }) {
  const { bins } = calibration;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const along = (share: number) => LEFT + share * (SIDE - EDGE);
  const up = (share: number) => EDGE + (1 - share) * (SIDE - EDGE);
  return (
    <svg className="reliability" width={LEFT + SIDE} height={SIDE + BOTTOM} role="img" aria-label={label}>
      {[0, 0.5, 1].map((tick) => (
        <g key={tick}>
          <line className="reliability-grid" x1={LEFT} x2={along(1)} y1={up(tick)} y2={up(tick)} />
          <text x={LEFT - 6} y={up(tick) + 4} textAnchor="end">
            {100 * tick}
            {'\u202f%'}
          </text>
          <text x={along(tick)} y={up(0) + 14} textAnchor={tick === 1 ? 'end' : tick === 0 ? 'start' : 'middle'}>
            {100 * tick}
            {'\u202f%'}
          </text>
        </g>
      ))}
      {bins.map(({ count, accuracy }, bin) => {
        if (accuracy === null) return null;
        const [left, right] = [along(bin / bins.length), along((bin + 1) / bins.length)];
        return (
          <rect
            key={bin}
            x={left + 1}
            width={right - left - 2}
            y={Math.min(up(accuracy), up(0) - 1)}
            height={Math.max(1, up(0) - up(accuracy))}
            fillOpacity={0.35 + (0.65 * count) / most}
          >
            <title>{`${formatCount(count)} nodes, ${(100 * accuracy).toFixed(0)} % right`}</title>
          </rect>
        );
      })}
      <line className="reliability-diagonal" x1={along(0)} y1={up(0)} x2={along(1)} y2={up(1)} />
      <text x={along(0.5)} y={up(0) + 28} textAnchor="middle">
        confidence
      </text>
    </svg>
  );
}
