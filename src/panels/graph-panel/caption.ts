import type { SubStep } from '../../store/session';

/** How many nodes the focus has heard from by a hop, itself included, and how many it ever can. */
export interface Hearing {
  heard: number;
  /** Nodes it hears from after enough hops. */
  reachable: number;
  nodes: number;
}

/** @param hopsFromFocus (N) hops from which the focus hears each node, −1 never */
export function hearing(hopsFromFocus: Int32Array, hop: number): Hearing {
  let heard = 0;
  let reachable = 0;
  for (const from of hopsFromFocus) {
    if (from >= 0) reachable++;
    if (from >= 0 && from <= hop) heard++;
  }
  return { heard, reachable, nodes: hopsFromFocus.length };
}

/**
 * What is seen of a hop in its midst.
 *
 * @param senders how many others the node hears in one hop.
 */
export function subStepSentence(name: string, hop: number, subStep: SubStep, senders: number): string {
  const who = senders === 1 ? '1 node sends' : `${senders} nodes send`;
  if (senders === 0) return `${name} hears nobody else: this hop works on its own vector alone.`;
  switch (subStep) {
    case 'message':
      return `${who} ${name} what they were at hop ${hop - 1}: the wider the edge, the more it counts.`;
    case 'aggregate':
      return `The messages meet in ${name}: each times its coefficient, then summed.`;
    case 'update':
      return `Out of the sum the layer makes ${name}’s vector of hop ${hop}.`;
  }
}

/** The sentence under the graph, in the parts before, in and after its number. */
export function hearingSentence(
  name: string,
  hop: number,
  { heard, reachable, nodes }: Hearing,
): [string, string, string] {
  if (hop === 0) return [`${name} knows only its own input: `, '1', ` of ${nodes} nodes.`];
  if (reachable === 1) return [`${name} hears from nobody but itself: `, '1', ` of ${nodes} nodes.`];
  if (heard === nodes) return [`${name} now hears from `, `all ${nodes}`, ' nodes.'];
  const end = heard === reachable ? ` of ${nodes} nodes, all it can ever reach.` : ` of ${nodes} nodes.`;
  return [`${name} now hears from `, String(heard), end];
}
