import { counted, formatCount, formatFineShare, formatNumber } from '../../../charts/numbers';
import type { InfluenceFigures } from './influence-figures';

/** What the figures say, sentence by sentence; every number in them is computed. */
export function influenceSentences(
  name: string,
  hop: number,
  nodeCount: number,
  { total, rings, beyond, half, ranked }: InfluenceFigures,
  nameOf: (node: number) => string,
): string[] {
  if (total === 0) {
    return [`No input moves ${name}’s embedding at hop ${hop}: every derivative is 0 in 32-bit numbers.`];
  }
  const from = half === 1 ? `${nameOf(ranked[0])} alone` : `${formatCount(half)} of ${formatCount(nodeCount)} nodes`;
  const sentences = [`Half of the influence on ${name}’s embedding at hop ${hop} comes from ${from}.`];
  const last = rings.length - 1;
  if (last > 0) {
    const who =
      rings[last].nodes === 1
        ? `The one node ${counted(last, 'hop')} away, the farthest heard by now, has`
        : `The ${formatCount(rings[last].nodes)} nodes ${counted(last, 'hop')} away, the farthest heard by now, have`;
    sentences.push(`${who} ${formatFineShare(rings[last].sum / total)} of it.`);
  }
  const fall = fallOf(rings);
  if (fall !== null) sentences.push(fall);
  if (beyond.nodes > 0) {
    const have = beyond.nodes === 1 ? 'has' : 'have';
    sentences.push(
      `${counted(beyond.nodes, 'node')} that no edge has reached yet ${have} ${formatFineShare(beyond.sum / total)}, through the norm.`,
    );
  }
  return sentences;
}

/** How much less a node counts at the far end than next door; null where that says nothing. */
function fallOf(rings: InfluenceFigures['rings']): string | null {
  const last = rings.length - 1;
  if (last < 2) return null;
  const each = (away: number) => rings[away].sum / rings[away].nodes;
  const [near, far] = [each(1), each(last)];
  if (far === 0) return near > 0 ? `From ${last} hops away nothing is felt any more.` : null;
  const factor = near / far;
  if (factor < 1.5) return null;
  return `From 1 hop to ${last} away, what one node counts falls ${formatNumber(factor, 2)}-fold.`;
}
