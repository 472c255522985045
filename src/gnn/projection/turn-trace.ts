import { alignHopsTo } from './align';

/** What of a trace turns. */
export interface Turning {
  /** (K+1) of (N, 3). */
  projections: Float32Array[];
  /** (K+1) share of the hop's variance along each axis. */
  explained: [number, number, number][];
}

/**
 * A trace turned as a whole onto another of the same nodes, so that its axes, colours and places mean what they meant there.
 * Where both begin from the same input they stand alike already, for every hop follows from it.
 */
export function turnTrace(trace: Turning, onto: readonly Float32Array[]): Turning {
  const [input, before] = [trace.projections[0], onto[0]];
  if (input.length !== before.length || input.every((score, at) => score === before[at])) return trace;
  const projections = alignHopsTo(onto, trace.projections);
  return { projections, explained: projections.map((scores, hop) => sharesOf(scores, trace.explained[hop])) };
}

/** The same variance along the axes as they are now. */
function sharesOf(scores: Float32Array, before: readonly number[]): [number, number, number] {
  const squares: [number, number, number] = [0, 0, 0];
  scores.forEach((score, at) => {
    squares[at % 3] += score * score;
  });
  const shown = before.reduce((sum, share) => sum + share, 0);
  const total = squares[0] + squares[1] + squares[2];
  const share = (square: number) => (total > 0 ? Math.min(1, (shown * square) / total) : 0);
  return [share(squares[0]), share(squares[1]), share(squares[2])];
}
