import { type KeyboardEvent, type PointerEvent, useDeferredValue, useMemo } from 'react';
import { centreOf, columnsFor, hopAt, stridedHops } from '../../charts/columns';
import { FilmFrame, FilmStrip } from '../../charts/film-strip';
import { heightToY, MeasureCurves } from '../../charts/measure-curves';
import type { MeasureStyle } from '../../charts/measures';
import type { FilmSource } from '../../charts/thumbnail';
import { useWidth } from '../../charts/use-width';
import type { Trace } from '../../engine/protocol';
import './hop-track.css';
import { trackCurves } from './track-curves';

interface HopTrackProps {
  trace: Trace;
  /** Traces that it is compared with. */
  others: readonly Trace[];
  hop: number;
  /** The measures to draw, in order. */
  measures: readonly MeasureStyle[];
  film: FilmSource;
  onHop: (hop: number) => void;
}

/** Narrower than this, on a phone, the track stays in sight over the views: it is lower and has no film strip. */
const COMPACT = 480;

/** Pixels around the hop's own number that no other number may enter. */
const NUMBER_ROOM = 24;

/** Chart, scrubber and film strip at once: a column a hop, one playhead through all of it. */
export function HopTrack({ trace, others, hop, measures, film, onHop }: HopTrackProps) {
  const [track, width] = useWidth<HTMLDivElement>(960);
  const columns = useMemo(() => columnsFor(trace.hops, width), [trace.hops, width]);
  // The strip is drawn once the rest is on screen, and after what was pressed has been answered.
  const drawnFilm = useDeferredValue(film, null);
  const compact = width < COMPACT;
  const height = compact ? 56 : 104;
  const { curves, beside } = useMemo(
    () => trackCurves(trace, others, measures, columns, height),
    [trace, others, measures, columns, height],
  );

  const scrub = (event: PointerEvent<HTMLDivElement>) => {
    onHop(hopAt(columns, event.clientX - event.currentTarget.getBoundingClientRect().left));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = hopForKey(event.key, hop, trace.hops);
    if (target === null) return;
    event.preventDefault();
    event.stopPropagation();
    onHop(target);
  };
  return (
    <div
      ref={track}
      className="hop-track"
      role="slider"
      tabIndex={0}
      data-control="hop"
      aria-label="Hop"
      aria-valuemin={0}
      aria-valuemax={trace.hops}
      aria-valuenow={hop}
      aria-valuetext={`Hop ${hop} of ${trace.hops}: ${spokenMeasures(trace, hop, measures)}`}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        scrub(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && scrub(event)}
    >
      <span className="playhead" style={{ left: centreOf(columns, hop), width: columns.thumbnail + 8 }} />
      <MeasureCurves curves={curves} beside={beside} columns={columns} height={height} widths={trace.widths} />
      <svg className="playhead-dots" width={width} height={height} aria-hidden="true">
        {curves.map(({ measure, curve }) => {
          const share = curve.heights[hop];
          if (share === null || share === undefined) return null;
          return (
            <circle
              key={measure.key}
              cx={centreOf(columns, hop)}
              cy={heightToY(share, height)}
              r={4.5}
              fill={measure.colour}
            />
          );
        })}
      </svg>
      {!compact && (
        <div className="hop-frames">
          <span className="playhead-card" style={{ left: centreOf(columns, hop), width: columns.thumbnail }}>
            {drawnFilm && hop % columns.stride !== 0 && <FilmFrame source={drawnFilm} columns={columns} hop={hop} />}
          </span>
          <FilmStrip source={drawnFilm} columns={columns} />
        </div>
      )}
      <div className="hop-numbers" aria-hidden="true">
        {stridedHops(columns)
          .filter((k) => Math.abs(k - hop) * columns.width >= NUMBER_ROOM)
          .map((k) => (
            <span key={k} style={{ left: centreOf(columns, k) }}>
              {k}
            </span>
          ))}
        <strong style={{ left: centreOf(columns, hop) }}>{hop}</strong>
      </div>
    </div>
  );
}

/** Where a key takes the hop; null for keys that are not the slider's. */
export function hopForKey(key: string, hop: number, hops: number): number | null {
  const step: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -8,
    PageUp: 8,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return hops;
  return key in step ? Math.min(hops, Math.max(0, hop + step[key])) : null;
}

function spokenMeasures(trace: Trace, hop: number, measures: readonly MeasureStyle[]): string {
  const row = trace.measures[hop] ?? {};
  return measures.map(({ key, label, format }) => `${label} ${format(row[key])}`).join(', ');
}
