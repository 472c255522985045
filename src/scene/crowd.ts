import { CROWD_IN_MOTION } from '../graph/limits';

/** Graphs with so many lines that no software graphics draws them all in one frame. */

/** Milliseconds without change after which the other lines come, so that steps in a row do not wait for them. */
const REST_MS = 250;

/** The same in an order of which every first part is spread evenly over the whole: in steps of the golden section. */
export function evenly(lines: Int32Array): Int32Array {
  const count = lines.length;
  let step = Math.max(1, Math.round(count * ((Math.sqrt(5) - 1) / 2)));
  while (commonDivisor(step, count) > 1) step++;
  return lines.map((_, i) => lines[(i * step) % count]);
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}

/** From where to where a frame draws, in shares of all lines. What stands before it is kept from the frames before. */
export type Span = readonly [from: number, to: number];

export const ALL: Span = [0, 1];

/** Which lines the next frame draws: of a crowd some while anything moves, and at rest in each frame some more. */
export interface Filling {
  /** There are so many lines now. @param crowd whether they are not drawn in every frame. */
  of(lines: number, crowd: boolean): void;
  /** What is drawn has changed: the next frame begins anew. */
  anew(): void;
  /** @param whole all lines at once. */
  next(whole: boolean): Span;
  /** Whether nothing has changed for a while and lines are still missing. */
  unfinished(): boolean;
  kill(): void;
}

/** @param onRest called when nothing has changed for a while, and lines are missing. */
export function createFilling(onRest: () => void): Filling {
  let share = 1;
  /** Parts of that share. */
  let drawn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unfinished = () => timer === undefined && drawn * share < 1;

  function rest() {
    timer = undefined;
    if (unfinished()) onRest();
  }

  function anew() {
    drawn = 0;
    clearTimeout(timer);
    timer = share < 1 ? setTimeout(rest, REST_MS) : undefined;
  }

  return {
    of(lines, crowd) {
      share = crowd ? CROWD_IN_MOTION / lines : 1;
      anew();
    },
    anew,
    next(whole) {
      if (whole || share === 1) {
        clearTimeout(timer);
        timer = undefined;
        drawn = Infinity;
        return ALL;
      }
      const from = drawn;
      if (from === 0 || unfinished()) drawn++;
      return [Math.min(1, from * share), Math.min(1, drawn * share)];
    },
    unfinished,
    kill: () => clearTimeout(timer),
  };
}
