import { componentsOf } from '../components';
import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { seededRandom } from '../random';
import { blockLabels, drawBlockEdges, drawClassFeatures } from './block-model';
import { checkSeed } from './parameters';

const CIRCLES = ['Circle A', 'Circle B', 'Circle C', 'Circle D'];
const NODES = 72;
/** 180 edges: mean degree 5, edge homophily 0.77. */
const EDGES_WITHIN = 138;
const EDGES_BETWEEN = 42;
const COLUMNS = 16;
/** The circles overlap before any hop, and the rows are short enough that tanh bends them little. */
const SIGNAL = 1.5;
const NOISE = 0.6;

/**
 * Four circles of friends: 18 people each, who know mostly their own circle, and 16 features that only hint at it. A
 * stochastic block model, drawn again until it is connected.
 */
export function circlesOfFriends({ seed = 1 }: { seed?: number } = {}): Graph {
  checkSeed(seed);
  const random = seededRandom(seed);
  const labels = blockLabels(NODES, CIRCLES.length);
  const features = drawClassFeatures(labels, CIRCLES.length, COLUMNS, SIGNAL, random, NOISE);
  for (;;) {
    const graph = graphFromPlain({
      name: 'Four circles of friends',
      nodes: NODES,
      edges: drawBlockEdges(labels, EDGES_WITHIN, EDGES_BETWEEN, random),
      features,
      labels,
      classes: CIRCLES,
    });
    if (componentsOf(graph).count === 1) return graph;
  }
}
