import type { NumberRange } from './refusal';

/**
 * What messages run along in place of the graph's own edges. `fosr` adds edges that raise the spectral gap, `sdrf` around edges
 * of negative curvature, `flip` moves edges at random so that every node keeps its degree, each a share of the graph's edges;
 * `gdc` joins every node to the k strongest by personalised PageRank that returns with probability alpha.
 */
export type Rewiring =
  | { kind: 'fosr'; share: number }
  | { kind: 'sdrf'; share: number }
  | { kind: 'flip'; share: number; seed: number }
  | { kind: 'gdc'; alpha: number; k: number };

export type RewiringKind = Rewiring['kind'];

export const REWIRINGS: readonly RewiringKind[] = ['fosr', 'sdrf', 'flip', 'gdc'];

/** What each begins with. Those of GDC are its paper's for citation graphs, with fewer neighbours. */
export const REWIRING_DEFAULTS: { [K in RewiringKind]: Extract<Rewiring, { kind: K }> } = {
  fosr: { kind: 'fosr', share: 0.1 },
  sdrf: { kind: 'sdrf', share: 0.1 },
  flip: { kind: 'flip', share: 0.5, seed: 7 },
  gdc: { kind: 'gdc', alpha: 0.15, k: 8 },
};

export const REWIRING_RANGES: Record<'share' | 'seed' | 'alpha' | 'k', NumberRange> = {
  share: { minimum: 0, maximum: 2, whole: false },
  seed: { minimum: 0, maximum: 2 ** 32 - 1, whole: true },
  alpha: { minimum: 0.01, maximum: 0.99, whole: false },
  k: { minimum: 1, maximum: 128, whole: true },
};
