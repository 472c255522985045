import type { Graph } from '../../graph/graph';
import { messagesAt } from '../models/messages';
import type { Traced } from './pull-back';

/** Numbers that one tensor of several copies may have: as many columns as fit go through the layers together. */
export const TOGETHER = 2 ** 20;

/** The most bytes that taking a layer's derivative may hold. */
export const INFLUENCE_BUDGET = 2 ** 30;

/** What one layer holds while it is differentiated, in copies of its rows or of its messages' coefficients. */
const TENSORS = 24;

/** Numbers in the largest tensor of one copy of these nodes. */
function numbersOf({ graph, recipe, hops }: Traced, nodes: number, hop: number): number {
  const widest = hops.slice(1, hop + 1).reduce((most, { columns }) => Math.max(most, columns), 1);
  const entriesAt = (layer: number) =>
    messagesAt(graph, recipe, layer).reduce((sum, { pattern }) => sum + pattern.index.length, 0);
  const messages = Math.max(entriesAt(0), entriesAt(hop - 1));
  const first = hops[0].kind === 'dense' ? hops[0].columns : 1;
  return Math.max(nodes * Math.max(widest, first), Math.min(messages, nodes ** 2) * recipe.heads);
}

/** How many copies of these nodes go through the layers at once; refuses what is too large even for one. */
export function copiesWithin(trace: Traced, nodes: number, hop: number, together = TOGETHER): number {
  const numbers = numbersOf(trace, nodes, hop);
  refuseBeyondInfluence(trace.graph, numbers);
  return Math.max(1, Math.floor(together / numbers));
}

function refuseBeyondInfluence({ nodeCount }: Graph, numbers: number): void {
  const bytes = numbers * 4 * TENSORS;
  if (bytes <= INFLUENCE_BUDGET) return;
  throw new Error(
    `Influence on this node would take about ${gibibytes(bytes)} GiB (${nodeCount.toLocaleString('en')} nodes), and the budget ` +
      `is ${gibibytes(INFLUENCE_BUDGET)} GiB. Look at an earlier hop, or take a smaller width.`,
  );
}

/** The most bytes of derivatives that one level of a computation tree may keep. */
const LEVEL_BUDGET = 256 * 2 ** 20;

export function refuseBeyondLevel(bytes: number): void {
  if (bytes <= LEVEL_BUDGET) return;
  throw new Error(
    `One level of this tree would take ${Math.ceil(bytes / 2 ** 20).toLocaleString('en')} MiB, and the budget is ` +
      `${LEVEL_BUDGET / 2 ** 20} MiB. Take a smaller width, or a node with fewer neighbours.`,
  );
}

function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
