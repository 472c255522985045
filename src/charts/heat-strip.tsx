import { type PointerEvent, useId, useState } from 'react';
import { divergingCss } from '../encoding/diverging';
import { binned } from './bins';
import './heat-strip.css';
import { formatNumber } from './numbers';
import { useTheme } from './use-theme';

interface HeatStripProps {
  values: readonly number[];
  /** The value of the strongest colour; strips that are compared share it. */
  limit: number;
  /** Whose vector it is, e.g. "Message from 17". */
  label: string;
  control: string;
}

/** Cells at most: more are narrower than the eye can tell apart here. */
const MOST_CELLS = 64;

/**
 * A vector as coloured cells. The number of a cell shows under the pointer and at a tap, all of them on keyboard focus.
 * It is one element with hard colour stops, so that a hundred strips cost nothing to step through.
 */
export function HeatStrip({ values, limit, label, control }: HeatStripProps) {
  const [shown, setShown] = useState<number | 'all' | null>(null);
  const readout = useId();
  const theme = useTheme();
  const { cells, size } = binned(values, MOST_CELLS);
  const share = (value: number) => (limit > 0 ? Math.max(-1, Math.min(1, value / limit)) : 0);
  const point = ({ currentTarget, clientX }: PointerEvent<HTMLElement>) => {
    const { left, width } = currentTarget.getBoundingClientRect();
    setShown(Math.min(cells.length - 1, Math.max(0, Math.floor(((clientX - left) / width) * cells.length))));
  };
  return (
    <span className="heat-strip-anchor">
      <span
        className="heat-strip"
        role="img"
        aria-label={`${label}: ${spokenVector(values)}`}
        aria-describedby={shown === 'all' ? readout : undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: focus is the keyboard's way to the numbers
        tabIndex={0}
        data-control={control}
        style={{ backgroundImage: stops(cells.map((value) => divergingCss(share(value), theme))) }}
        onPointerDown={point}
        onPointerMove={point}
        // A finger leaves as it is lifted: what it touched stays until it touches something else.
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && setShown(null)}
        onFocus={(event) => event.target.matches(':focus-visible') && setShown('all')}
        onBlur={() => setShown(null)}
      />
      {shown !== null && (
        <span className="heat-readout" id={readout}>
          {shown === 'all'
            ? cells.map((value) => formatNumber(value)).join('  ')
            : `${columnName(shown, size, values.length)}: ${formatNumber(cells[shown])}`}
        </span>
      )}
    </span>
  );
}

/** What to say of strips whose cells stand for several columns; null when each column has its own cell. */
export function binningNote(columns: number): string | null {
  const { size } = binned(new Array<number>(columns).fill(0), MOST_CELLS);
  return size === 1 ? null : `Each cell is the mean of ${size} of ${columns} columns`;
}

function columnName(cell: number, size: number, columns: number): string {
  if (size === 1) return `column ${cell + 1}`;
  return `mean of columns ${cell * size + 1}–${Math.min(columns, (cell + 1) * size)}`;
}

function spokenVector(values: readonly number[]): string {
  if (values.length === 0) return 'no values';
  const range = `from ${formatNumber(Math.min(...values))} to ${formatNumber(Math.max(...values))}`;
  return `${values.length} values ${range}`;
}

function stops(colours: readonly string[]): string {
  const each = 100 / colours.length;
  const list = colours.map((colour, i) => `${colour} ${(i * each).toFixed(3)}% ${((i + 1) * each).toFixed(3)}%`);
  return `linear-gradient(90deg, ${list.join(', ')})`;
}
