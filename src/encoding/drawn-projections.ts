/** What of a trace is drawn. */
export interface Projected {
  /** (K+1) columns of H at each hop. */
  widths: readonly number[];
  /** (K+1) of (N, 3). */
  projections: readonly Float32Array[];
}

/**
 * Whether hop 0 is drawn at a scale of its own: an input with other columns than the hops after it (1,433 words, say) is in other
 * units, so neither size says anything of the other. All later hops share one scale.
 */
export function inputStandsApart({ widths }: Pick<Projected, 'widths'>): boolean {
  return widths.length > 1 && widths[0] !== widths[1];
}

const drawn = new WeakMap<Projected, readonly Float32Array[]>();

/** The projections as they are drawn: hop 0, where it stands apart, made as large as the largest of the others. */
export function drawnProjections(trace: Projected): readonly Float32Array[] {
  let projections = drawn.get(trace);
  if (!projections) {
    projections = inputStandsApart(trace) ? withInputRescaled(trace.projections) : trace.projections;
    drawn.set(trace, projections);
  }
  return projections;
}

function withInputRescaled([input, ...others]: readonly Float32Array[]): readonly Float32Array[] {
  const own = extentOf(input);
  const largest = Math.max(...others.map(extentOf));
  const factor = own === 0 || largest === 0 ? 1 : largest / own;
  return [input.map((score) => score * factor), ...others];
}

/** The largest score of the two components that are positions. */
function extentOf(scores: Float32Array): number {
  let extent = 0;
  for (let i = 0; i < scores.length; i += 3) extent = Math.max(extent, Math.abs(scores[i]), Math.abs(scores[i + 1]));
  return extent;
}
