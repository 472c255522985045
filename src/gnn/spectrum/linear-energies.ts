import type { FeatureMatrix, Graph } from '../../graph/graph';
import { completeRecipe } from '../../recipe/defaults';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { measureContext, measureHop } from '../measures/measure-hop';
import { toDense } from '../models/dense';
import { runRecipe } from '../models/run';
import { MOST_NODES, type Prediction, predictEnergies } from './prediction';

/** Theory and measurement of one input on one graph. */
export interface LinearEnergies extends Prediction {
  /** (K+1) `dirichletNormalised` of S^k X₀ as it is propagated in 32 bits; null where it was not to be had. */
  measured: (number | null)[];
}

/**
 * Propagates a recipe's input without weights and activations, as many hops as the recipe has, and sets the energy of each hop
 * beside what the eigenvalues of S predict. On the backend set in TensorFlow.js; leaves nothing on the device.
 *
 * Throws for a graph whose S is not symmetric, and for one too large to decompose.
 */
export async function linearEnergies(
  graph: Graph,
  { input, width, hops }: Recipe,
  checkpoint: (fraction: number) => Promise<void>,
): Promise<LinearEnergies> {
  const reason = whyNoSpectrum(graph);
  if (reason !== null) throw new Error(reason);
  const linear = completeRecipe(
    { conv: 'gcn', hops, input: { width, ...input }, activation: 'none', weights: { kind: 'identity' } },
    factsOf(graph),
  );
  const context = measureContext(graph, hops);
  const measured: (number | null)[] = [];
  let first: FeatureMatrix | null = null;
  await runRecipe(graph, linear, async (hop, embedding) => {
    first ??= embedding;
    measured.push(measureHop(embedding, context, hop).row.dirichletNormalised ?? null);
    await checkpoint(hop / (hops + 1));
  });
  if (first === null) throw new Error('The run had no hop.');
  return { ...predictEnergies(context.structure.neighbourhood, toDense(first), hops), measured };
}

export function whyNoSpectrum({ directed, nodeCount }: Graph): string | null {
  if (directed)
    return 'This graph is directed: its S is not symmetric, and the formula does not hold. Take an undirected one.';
  if (nodeCount <= MOST_NODES) return null;
  const [here, most] = [nodeCount, MOST_NODES].map((count) => count.toLocaleString('en'));
  return `This graph has ${here} nodes, and up to ${most} are decomposed here. Take a part of it, or a smaller graph.`;
}
