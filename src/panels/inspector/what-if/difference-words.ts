import { formatFineShare, formatNumber } from '../../../charts/numbers';
import { type Difference, ROUNDING, sharesMoved } from '../../../encoding/change';
import type { Edit } from '../../../graph/edits/edit';
import { editWords } from '../../../graph/edits/edit-words';
import type { Graph } from '../../../graph/graph';
import { capital } from '../../names';

/** What edits change at a hop, in numbers. */
export interface ChangeFigures {
  /** Nodes that are moved by more than rounding. */
  moved: number;
  /** Nodes that are there with and without the edits. */
  nodes: number;
  /** The node moved by the largest share of its length, and that share; null where none is. */
  most: { node: number; share: number } | null;
}

/** Null where the hop has other columns than without the edits. */
export function changeFigures(difference: Difference, hop: number): ChangeFigures | null {
  const shares = sharesMoved(difference, hop);
  if (!shares) return null;
  let most: ChangeFigures['most'] = null;
  let moved = 0;
  shares.forEach((share, i) => {
    if (share <= ROUNDING) return;
    moved++;
    if (most === null || share > most.share) most = { node: difference.nodes[i], share };
  });
  return { moved, nodes: difference.nodes.length, most };
}

/** The first hop at which any node is moved, or that cannot be compared; null where there is none. */
export function firstChanged(difference: Difference): number | null {
  const hop = difference.moved.findIndex((_, k) => (changeFigures(difference, k)?.moved ?? 1) > 0);
  return hop < 0 ? null : hop;
}

/** Of one edit what it does, of several how many they are. */
export function editsWords(edits: readonly Edit[], original: Graph): string {
  return edits.length === 1 ? capital(editWords(edits[0], original)) : `With these ${edits.length} edits`;
}

/** "Without the edge 24–30: at hop 2 14 of 72 nodes are moved, node 24 most, by 12 % of its length; first changed at hop 1." */
export function differenceSentence(
  words: string,
  difference: Difference,
  hop: number,
  nameOf: (node: number) => string,
): string {
  const first = firstChanged(difference);
  if (first === null) return `${words}: no node is moved, at any hop.`;
  const since =
    first < hop
      ? `; first changed at hop ${first}`
      : first > hop
        ? `; first at hop ${first}`
        : ', the first that changes';
  const figures = changeFigures(difference, hop);
  if (!figures) return `${words}: hop ${hop} has other columns and cannot be compared${since}.`;
  const { moved, nodes, most } = figures;
  if (!most) return `${words}: at hop ${hop} no node is moved${since}.`;
  const are = moved === 1 ? 'is' : 'are';
  return `${words}: at hop ${hop}, ${moved} of ${nodes} nodes ${are} moved, ${nameOf(most.node)} most, ${byShare(most.share)}${since}.`;
}

/** "by 12 % of its length". */
export function byShare(share: number): string {
  if (share === Number.POSITIVE_INFINITY) return 'from a row of zeros';
  return `by ${share < 1 ? formatFineShare(share) : `${formatNumber(100 * share, 3)}\u202f%`} of its length`;
}
