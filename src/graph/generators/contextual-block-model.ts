import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { GraphError } from '../graph-error';
import { seededRandom } from '../random';
import { blockLabels, countPairs, drawBlockEdges, drawClassFeatures } from './block-model';
import { checkNumber, checkSeed, checkWhole } from './parameters';

export interface ContextualBlockModelParameters {
  /** 2…20,000 */
  nodes: number;
  /** 2…20, equally large up to one node. */
  classes: number;
  /** 0…20; nodes × mean degree / 2 edges, rounded. */
  meanDegree: number;
  /** 0…1: the share of edges inside classes, met exactly (up to one edge). */
  homophily: number;
  /** 0…10: how far the classes' feature means lie from the origin, in standard deviations of the noise. */
  signal: number;
  /** Feature columns, 1…256. */
  columns: number;
  seed: number;
}

/**
 * A contextual stochastic block model (Deshpande et al. 2018, arXiv 1807.08296): classes speak through the edges, by
 * homophily, and through the features, by signal; either may be silent. Nodes may end up isolated.
 */
export function contextualBlockModel(parameters: ContextualBlockModelParameters): Graph {
  const { nodes, classes, meanDegree, homophily, signal, columns, seed } = parameters;
  checkWhole('nodes', nodes, 2, 20_000);
  checkWhole('classes', classes, 2, Math.min(20, nodes));
  checkNumber('meanDegree', meanDegree, 0, 20);
  checkNumber('homophily', homophily, 0, 1);
  checkNumber('signal', signal, 0, 10);
  checkWhole('columns', columns, 1, 256);
  checkSeed(seed);

  const labels = blockLabels(nodes, classes);
  const edges = Math.round((nodes * meanDegree) / 2);
  const within = Math.round(edges * homophily);
  const pairs = countPairs(labels);
  if (within > pairs.within || edges - within > pairs.between) {
    throw new GraphError(
      `${edges} edges at homophily ${homophily} need ${within} pairs within classes and ${edges - within} between; ` +
        `${nodes} nodes in ${classes} classes have ${pairs.within} and ${pairs.between}. Lower meanDegree or add nodes`,
    );
  }
  const random = seededRandom(seed);
  const features = drawClassFeatures(labels, classes, columns, signal, random);
  return graphFromPlain({
    name: 'Contextual block model',
    nodes,
    edges: drawBlockEdges(labels, within, edges - within, random),
    features,
    labels,
    classes: Array.from({ length: classes }, (_, k) => `Class ${k + 1}`),
  });
}
