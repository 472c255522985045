import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import type { Axis } from './axis';
import { markPath } from './mark-path';
import './run-chart.css';
import { Course, LineBehind } from './run-courses';
import type { Series } from './series';
import { useWidth } from './use-width';

interface RunChartProps {
  control: string;
  series: readonly Series[];
  x: Axis & { name: string };
  y: Axis & { name: string };
  /** What stands below while no point is pointed at. */
  hint: string;
  /** Called with a point that is pressed. */
  onOpen: (id: string) => void;
}

const HEIGHT = 232;
const [LEFT, RIGHT, TOP, BOTTOM] = [52, 14, 24, 40];
/** How near the pointer has to be, in pixels. */
const NEAR = 24;

/**
 * Runs as points, with a line through the mean of each series and a band over all its points. A point is opened by pressing
 * it; by keys the arrows go from one to the next, and Enter opens it.
 */
export function RunChart({ control, series, x, y, hint, onOpen }: RunChartProps) {
  const [figure, width] = useWidth<HTMLElement>(400);
  const [current, setCurrent] = useState<string | null>(null);
  const across = (value: number) => LEFT + x.place(value) * (width - LEFT - RIGHT);
  const up = (value: number) => HEIGHT - BOTTOM - y.place(value) * (HEIGHT - TOP - BOTTOM);
  const marks = series.flatMap(({ points, colour }, which) =>
    points.map((point) => ({ ...point, which, colour, at: [across(point.x), up(point.y)] as const })),
  );
  const shown = marks.find(({ id }) => id === current);
  const beneath = marks.filter(({ at }) => shown && at[0] === shown.at[0] && at[1] === shown.at[1]).length - 1;
  // One of them takes the Tab key.
  const reached = shown?.id ?? marks[0]?.id;
  const behind = [...new Set(series.flatMap((each) => each.behind?.words ?? []))];

  const nearest = ({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const away = ({ at }: { at: readonly [number, number] }) =>
      Math.hypot(at[0] - clientX + left, at[1] - clientY + top);
    const best = marks.reduce<(typeof marks)[number] | null>((a, b) => (a && away(a) < away(b) ? a : b), null);
    return best && away(best) <= NEAR ? best.id : null;
  };
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const place = marks.findIndex(({ id }) => id === reached);
    const next = nextPlace(event.key, place, marks.length);
    if (next === null && event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (next === null) return onOpen(marks[place].id);
    setCurrent(marks[next].id);
    event.currentTarget.querySelector<SVGElement>(`[data-point="${next}"]`)?.focus();
  };
  return (
    <figure ref={figure} className="run-chart" data-control={control}>
      <ul className="run-chart-legend">
        {series.map(({ name, colour, dash, course }, which) => (
          <li key={name}>
            <svg width="24" height="12" aria-hidden="true">
              {course.length > 1 && (
                <line x1="0" x2="24" y1="6" y2="6" stroke={colour} strokeWidth="2" strokeDasharray={dash} />
              )}
              <path d={markPath(which, 12, 6)} fill={colour} />
            </svg>
            {name}
          </li>
        ))}
        {behind.map((words) => (
          <li key={words} className="run-chart-behind">
            <svg width="24" height="12" aria-hidden="true">
              <line x1="0" x2="24" y1="6" y2="6" />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      {/* biome-ignore lint/a11y/useSemanticElements: in SVG there is no fieldset */}
      <svg
        className="run-chart-plot"
        role="group"
        aria-label={`${y.name} against ${x.name}: arrows go from run to run, Enter opens one`}
        width={width}
        height={HEIGHT}
        data-pointed={shown !== undefined}
        onPointerMove={(event) => setCurrent(nearest(event))}
        onPointerLeave={() => setCurrent(null)}
        onPointerUp={(event) => {
          const id = nearest(event);
          if (id !== null) onOpen(id);
        }}
        onKeyDown={onKeyDown}
      >
        <Frame x={x} y={y} width={width} />
        {series.map((each) => (
          <LineBehind key={each.name} series={each} across={across} up={up} />
        ))}
        {series.map(
          (each) => each.course.length > 1 && <Course key={each.name} series={each} across={across} up={up} />,
        )}
        {marks.map(({ id, which, colour, at, words }, place) => (
          // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG
          <path
            key={id}
            className="run-chart-point"
            role="button"
            aria-label={words}
            tabIndex={id === reached ? 0 : -1}
            data-point={place}
            d={markPath(which, at[0], at[1])}
            fill={colour}
            onFocus={({ target }) => target.matches(':focus-visible') && setCurrent(id)}
          />
        ))}
        {shown && <circle className="run-chart-ring" cx={shown.at[0]} cy={shown.at[1]} r="8" />}
      </svg>
      <figcaption className="run-chart-words">
        {shown?.words ?? hint}
        {beneath > 0 && `; ${beneath} more at the same place, each in the table`}
      </figcaption>
    </figure>
  );
}

/** Grid, ticks and the names of both axes. */
function Frame({ x, y, width }: { x: RunChartProps['x']; y: RunChartProps['y']; width: number }) {
  const foot = HEIGHT - BOTTOM;
  return (
    <g>
      {y.ticks.map(({ at, label }) => {
        const height = foot - at * (foot - TOP);
        return (
          <g key={label}>
            <line className="run-chart-grid" x1={LEFT} x2={width - RIGHT} y1={height} y2={height} />
            <text x={LEFT - 6} y={height + 4} textAnchor="end">
              {label}
            </text>
          </g>
        );
      })}
      {x.ticks.map(({ at, label }) => {
        const along = LEFT + at * (width - LEFT - RIGHT);
        return (
          <g key={label}>
            <line className="run-chart-tick" x1={along} x2={along} y1={foot} y2={foot + 4} />
            <text x={along} y={foot + 16} textAnchor="middle">
              {label}
            </text>
          </g>
        );
      })}
      <text className="run-chart-name" x={(LEFT + width - RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
        {x.name}
      </text>
      <text className="run-chart-name" x={0} y={10}>
        {y.name}
      </text>
    </g>
  );
}

function nextPlace(key: string, place: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (place + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (place + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
