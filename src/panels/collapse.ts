import type { Trace } from '../engine/protocol';
import type { State } from '../store/state';

/**
 * Rows this near to a shape, relative to their length, are said to have collapsed to it, until someone chooses otherwise. Of
 * ‖H‖² then at most 0.05² = 0.25 % tells rows apart, and in the views at true scale they lie within about the disc of one node.
 */
export const WITHIN = 0.05;

/** How near rows have to be at this moment, relative to their length. */
export const collapseWithin = ({ view }: Pick<State, 'view'>): number =>
  view.collapseWithin === undefined ? WITHIN : view.collapseWithin / 100;

/** What the trace says about collapse. */
export type CollapseFacts = Pick<Trace, 'shapes' | 'measures' | 'nodeCount'>;

/** What one hop's rows are nearest to, and how far they are from it. */
export interface Collapse {
  /**
   * `zero`: every row is zero. `point`: one vector for all. `ray`: one vector times √(degree + 1). `direction`: multiples of
   * one vector. `none`: none of these.
   */
  to: 'zero' | 'point' | 'ray' | 'direction' | 'none';
  /** Root-mean-square distance from that shape (with `none`, from the nearest) over the rows' root-mean-square length, 0…1. */
  away: number;
  /** Whether the nearest direction of all is known; without it `away` is from the nearer of point and ray. */
  ofAnyDirection: boolean;
}

/**
 * Of ‖H‖² a share s lies on the shape, so the rest, relative in length, is √(1 − s). On the best single direction, the first
 * right singular vector, it is σ₁² / ‖H‖²: one over the numerical rank.
 * @param within how near is near, relative to the rows' length.
 */
export function collapseOf(
  { shapes, measures, nodeCount }: CollapseFacts,
  hop: number,
  within: number = WITHIN,
): Collapse {
  const { point, ray, zeroRows } = shapes[hop];
  const rank = measures[hop]?.numericalRank ?? null;
  const ofAnyDirection = rank !== null;
  if (zeroRows === nodeCount) return { to: 'zero', away: 0, ofAnyDirection };
  const fromPoint = distance(point);
  const fromRay = distance(ray);
  const fromDirection = rank === null ? Number.POSITIVE_INFINITY : distance(1 / rank);
  if (fromPoint <= within && fromPoint <= fromRay) return { to: 'point', away: fromPoint, ofAnyDirection };
  if (fromRay <= within) return { to: 'ray', away: fromRay, ofAnyDirection };
  if (fromDirection <= within) return { to: 'direction', away: fromDirection, ofAnyDirection };
  return { to: 'none', away: Math.min(fromPoint, fromRay, fromDirection), ofAnyDirection };
}

/** Where a trace collapses. */
export interface CollapseCall extends Collapse {
  to: Exclude<Collapse['to'], 'none'>;
  hop: number;
  /** The first hop after it whose rows are apart again; null where they stay together. */
  until: number | null;
}

/** The first hop whose rows have collapsed; null where none has. */
export function firstCollapse(facts: CollapseFacts, within: number = WITHIN): CollapseCall | null {
  const hops = facts.shapes.map((_, hop) => collapseOf(facts, hop, within));
  const hop = hops.findIndex(({ to }) => to !== 'none');
  if (hop < 0) return null;
  const until = hops.findIndex(({ to }, later) => later > hop && to === 'none');
  const { to, ...collapse } = hops[hop];
  return { ...collapse, to: to as CollapseCall['to'], hop, until: until < 0 ? null : until };
}

function distance(share: number): number {
  return Math.sqrt(Math.max(0, 1 - share));
}
