import { type KeyboardEvent, useState } from 'react';
import './heat-map.css';
import { formatNumber } from './numbers';
import { useWidth } from './use-width';

/** One place of the map. */
export interface HeatCell {
  x: number;
  y: number;
  value: number;
  /** What it is and what it comes to, in a line. */
  words: string;
}

interface HeatMapProps {
  control: string;
  title: string;
  x: HeatAxis;
  y: HeatAxis;
  cells: readonly HeatCell[];
  colour(value: number): string;
  /** The values at both ends of the colours. */
  ends: readonly [number, number];
  format(value: number): string;
  /** Called with a place that is pressed; without it there is nothing to open. */
  onOpen?: (cell: HeatCell) => void;
}

interface HeatAxis {
  name: string;
  values: readonly number[];
}

const [LEFT, TOP, BOTTOM] = [34, 18, 32];
/** Wider than high: maps fit a panel. */
const FLAT = 0.7;
const HIGHEST = 24;
const STRIPES = 25;

/**
 * A quantity over two others, as coloured cells, y upwards. Its numbers show under the pointer and, by keys, of the cell that the
 * arrows are on; Enter opens it.
 */
export function HeatMap({ control, title, x, y, cells, colour, ends, format, onOpen }: HeatMapProps) {
  const [figure, width] = useWidth<HTMLElement>(220);
  const [current, setCurrent] = useState<HeatCell | null>(null);
  const wide = (width - LEFT) / x.values.length;
  const high = Math.min(HIGHEST, wide * FLAT);
  const foot = TOP + high * y.values.length;
  const left = (value: number) => LEFT + wide * x.values.indexOf(value);
  const top = (value: number) => foot - high * (y.values.indexOf(value) + 1);
  const shown = current && cells.find((cell) => cell.x === current.x && cell.y === current.y);
  const reached = shown ?? cells[0];
  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    if (event.key === 'Enter' && reached) onOpen?.(reached);
    const next = reached && neighbour(cells, reached, event.key, x, y);
    if (!next) return;
    event.preventDefault();
    event.stopPropagation();
    setCurrent(next);
    event.currentTarget.querySelector<SVGElement>(`[data-cell="${cells.indexOf(next)}"]`)?.focus();
  };
  return (
    <figure ref={figure} className="heat-map" data-control={control}>
      <h4>{title}</h4>
      {/* biome-ignore lint/a11y/useSemanticElements: in SVG there is no fieldset */}
      <svg
        role="group"
        aria-label={`${title}, ${y.name} by ${x.name}: arrows go from cell to cell${onOpen ? ', Enter opens one' : ''}`}
        width={width}
        height={foot + BOTTOM}
        onPointerLeave={() => setCurrent(null)}
        onKeyDown={onKeyDown}
      >
        {cells.map((cell, i) => (
          // biome-ignore lint/a11y/useSemanticElements: there are no buttons in SVG
          <rect
            key={`${cell.x} ${cell.y}`}
            role="button"
            aria-label={cell.words}
            data-cell={i}
            tabIndex={cell === reached ? 0 : -1}
            x={left(cell.x)}
            y={top(cell.y)}
            width={Math.max(0, wide - 1)}
            height={Math.max(0, high - 1)}
            fill={colour(cell.value)}
            data-opens={onOpen !== undefined}
            onPointerEnter={() => setCurrent(cell)}
            onFocus={({ target }) => target.matches(':focus-visible') && setCurrent(cell)}
            onClick={() => onOpen?.(cell)}
          />
        ))}
        {shown && (
          <rect className="heat-map-ring" x={left(shown.x)} y={top(shown.y)} width={wide - 1} height={high - 1} />
        )}
        {everySecond(x.values, wide, 26).map((value) => (
          <text key={value} x={left(value) + wide / 2} y={foot + 12} textAnchor="middle">
            {formatNumber(value)}
          </text>
        ))}
        {everySecond(y.values, high, 12).map((value) => (
          <text key={value} x={LEFT - 5} y={top(value) + high / 2 + 4} textAnchor="end">
            {formatNumber(value)}
          </text>
        ))}
        <text className="heat-map-name" x={LEFT + (width - LEFT) / 2} y={foot + 27} textAnchor="middle">
          {x.name}
        </text>
        <text className="heat-map-name" x={0} y={10}>
          {y.name}
        </text>
      </svg>
      <div className="heat-map-legend" aria-hidden="true">
        <span>{format(ends[0])}</span>
        <span
          className="heat-map-scale"
          style={{ backgroundImage: `linear-gradient(90deg, ${stripes(colour, ends)})` }}
        />
        <span>{format(ends[1])}</span>
      </div>
      <figcaption className="heat-map-words">{shown?.words}</figcaption>
    </figure>
  );
}

/** All values, or every second, third, …, where they would run into each other. @param room pixels each has. @param needed one takes */
function everySecond(values: readonly number[], room: number, needed: number): number[] {
  const stride = Math.max(1, Math.ceil(needed / Math.max(1, room)));
  return values.filter((_, i) => i % stride === 0);
}

/** With hard edges, as pictures of the page can draw them. */
function stripes(colour: (value: number) => string, [from, to]: readonly [number, number]): string {
  const each = 100 / STRIPES;
  return Array.from({ length: STRIPES }, (_, i) => {
    const value = from + ((to - from) * i) / (STRIPES - 1);
    return `${colour(value)} ${(i * each).toFixed(2)}% ${((i + 1) * each).toFixed(2)}%`;
  }).join(', ');
}

const STEPS: Record<string, readonly [number, number]> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The next cell that way, if there is one. */
function neighbour(cells: readonly HeatCell[], from: HeatCell, key: string, x: HeatAxis, y: HeatAxis): HeatCell | null {
  const step = STEPS[key];
  if (!step) return null;
  const across = x.values[x.values.indexOf(from.x) + step[0]];
  const up = y.values[y.values.indexOf(from.y) + step[1]];
  return cells.find((cell) => cell.x === across && cell.y === up) ?? null;
}
