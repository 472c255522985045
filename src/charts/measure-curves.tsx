import { memo } from 'react';
import { type Columns, centreOf } from './columns';
import type { Curve } from './curve';
import './measure-curves.css';
import type { MeasureStyle } from './measures';

export interface StyledCurve {
  measure: MeasureStyle;
  curve: Curve;
}

interface MeasureCurvesProps {
  curves: StyledCurve[];
  /** Of what it is compared with: drawn under them, and fainter. */
  beside: StyledCurve[];
  columns: Columns;
  height: number;
  /** (K+1) columns of H at each hop: where it changes, the break is marked. */
  widths: readonly number[];
}

/** The measures over all hops. It does not depend on the hop, so stepping does not draw it again. */
export const MeasureCurves = memo(function MeasureCurves({
  curves,
  beside,
  columns,
  height,
  widths,
}: MeasureCurvesProps) {
  const chart = columns.width * columns.count + 2 * columns.inset;
  const hops = Array.from({ length: columns.count }, (_, k) => k);
  const gridEvery = columns.width >= 12 ? 1 : columns.stride;
  return (
    <svg className="measure-curves" width={chart} height={height} aria-hidden="true">
      {hops
        .filter((k) => k % gridEvery === 0)
        .map((k) => (
          <line key={k} className="curve-grid" x1={centreOf(columns, k)} x2={centreOf(columns, k)} y1={0} y2={height} />
        ))}
      {hops
        .filter((k) => k > 0 && widths[k] !== widths[k - 1])
        .map((k) => (
          <g key={k} className="curve-break">
            <line x1={edgeOf(columns, k)} x2={edgeOf(columns, k)} y1={2} y2={height} />
            <BreakLabel text={`${widths[k - 1]} → ${widths[k]} wide`} edge={edgeOf(columns, k)} chart={chart} />
          </g>
        ))}
      {beside.map(({ measure, curve }, i) => (
        <path key={i} className="curve curve-beside" d={curve.path} stroke={measure.colour} />
      ))}
      {curves.map(({ measure, curve }) => (
        <g key={measure.key} stroke={measure.colour} fill={measure.colour}>
          <path className="curve" d={curve.path} strokeDasharray={measure.dash} />
          {curve.alone.map((k) => (
            <circle
              key={k}
              cx={centreOf(columns, k)}
              cy={heightToY(curve.heights[k] ?? 0, height)}
              r={2.5}
              stroke="none"
            />
          ))}
        </g>
      ))}
    </svg>
  );
});

/** Pixels that a label may take: some more than any does. */
const LABEL_ROOM = 110;

/** Right of its line, or left of it where the chart ends. */
function BreakLabel({ text, edge, chart }: { text: string; edge: number; chart: number }) {
  const fits = edge + LABEL_ROOM <= chart;
  return (
    <text x={fits ? edge + 5 : edge - 5} y={10} textAnchor={fits ? 'start' : 'end'}>
      {text}
    </text>
  );
}

/** Where a hop's column begins, in pixels from the left. */
function edgeOf(columns: Columns, hop: number): number {
  return columns.inset + hop * columns.width;
}

const TOP = 16;
const BOTTOM = 4;

/** Height 0…1 → pixels from the top. */
export function heightToY(value: number, height: number): number {
  return height - BOTTOM - value * (height - TOP - BOTTOM);
}
