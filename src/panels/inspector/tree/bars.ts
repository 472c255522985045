import type { DistanceBar } from '../../../charts/distance-bars';
import { counted, formatCount } from '../../../charts/numbers';
import type { InfluenceFigures, Ring } from './influence-figures';

/** Influence by distance, ready to be drawn; what only a norm lets in stands at the end. */
export function barsOf({ rings, beyond, total }: InfluenceFigures): DistanceBar[] {
  const bar = (label: string, who: string, { nodes, sum }: Ring): DistanceBar => ({
    ...{ label, who },
    share: total > 0 ? sum / total : 0,
    each: total > 0 ? sum / nodes / total : 0,
  });
  const bars = rings.map((ring, away) => bar(String(away), whoAt(away, ring.nodes), ring));
  return beyond.nodes === 0 ? bars : [...bars, bar('norm', `${formatCount(beyond.nodes)} through the norm`, beyond)];
}

function whoAt(away: number, nodes: number): string {
  return away === 0 ? 'the node itself' : `${counted(nodes, 'node')} ${counted(away, 'hop')} away`;
}
