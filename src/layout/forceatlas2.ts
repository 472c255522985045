import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { LayoutProgress, LayoutRequest } from './layout';
import { tractable } from './start';
import { unfold } from './unfold';

/**
 * ForceAtlas2 (Jacomy et al. 2014, doi:10.1371/journal.pone.0098679) as a function of its request alone.
 *
 * The speeds that the method adapts are forgotten at the end of every chunk, so a layout is where its nodes are and nothing
 * else: stopping after a chunk and going on from there ends exactly where one run through would have.
 */
const CHUNK = 5;

const NODE_FIELDS = 10;
const EDGE_FIELDS = 3;

/** Above this many nodes repulsion is approximated with a quadtree (Barnes–Hut): O(N log N), not O(N²), an iteration. */
const BARNES_HUT_FROM = 1000;

/** Yields after every chunk and at the end; the positions of each are a new array. */
export function* settle(request: LayoutRequest): Generator<LayoutProgress> {
  const { nodeCount, iterations: total } = request;
  const settings = settingsFor(nodeCount);
  let positions = request.start ?? unfold(request);
  const edges = edgeMatrix(request);
  const mass = masses(nodeCount, edges);
  for (let done = 0; done < total; ) {
    const nodes = nodeMatrix(tractable(positions, request.seed), mass);
    const chunk = Math.min(CHUNK, total - done);
    for (let i = 0; i < chunk; i++) iterate(settings, nodes, edges);
    positions = positionsOf(nodes);
    done += chunk;
    yield { positions, done, total };
  }
  if (total <= 0) yield { positions: tractable(positions, request.seed), done: 0, total: 0 };
}

function settingsFor(nodeCount: number) {
  return {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    // Gravity that grows with distance: components and isolated nodes stay near, whatever their number.
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(Math.max(1, nodeCount)),
    barnesHutOptimize: nodeCount > BARNES_HUT_FROM,
    barnesHutTheta: 0.5,
  };
}

/**
 * Edges as the iteration wants them. Self-loops pull nowhere and are left out. Only a weight's size counts, against the mean
 * and up to tenfold: a layout has no use for the unit of the weights, and one huge weight must not fold all else together.
 */
function edgeMatrix({ source, target, weight }: LayoutRequest): Float32Array {
  const unit = weight ? meanSize(weight) : 1;
  const edges: number[] = [];
  for (let e = 0; e < source.length; e++) {
    if (source[e] === target[e]) continue;
    const size = weight ? Math.min(10, Math.abs(weight[e]) / unit) : 1;
    edges.push(source[e] * NODE_FIELDS, target[e] * NODE_FIELDS, Number.isNaN(size) ? 0 : size);
  }
  return Float32Array.from(edges);
}

function meanSize(weight: Float32Array): number {
  let sum = 0;
  let count = 0;
  for (const w of weight) {
    if (!Number.isFinite(w)) continue;
    sum += Math.abs(w);
    count++;
  }
  return sum > 0 ? sum / count : 1;
}

/** A node's mass is one more than its weighted degree. */
function masses(nodeCount: number, edges: Float32Array): Float32Array {
  const mass = new Float32Array(nodeCount).fill(1);
  for (let e = 0; e < edges.length; e += EDGE_FIELDS) {
    mass[edges[e] / NODE_FIELDS] += edges[e + 2];
    mass[edges[e + 1] / NODE_FIELDS] += edges[e + 2];
  }
  return mass;
}

function nodeMatrix(positions: Float32Array, mass: Float32Array): Float32Array {
  const nodes = new Float32Array(mass.length * NODE_FIELDS);
  for (let v = 0; v < mass.length; v++) {
    // x, y, dx, dy, old dx, old dy, mass, convergence, size, fixed
    nodes.set([positions[2 * v], positions[2 * v + 1], 0, 0, 0, 0, mass[v], 1, 1, 0], v * NODE_FIELDS);
  }
  return nodes;
}

function positionsOf(nodes: Float32Array): Float32Array {
  const positions = new Float32Array((2 * nodes.length) / NODE_FIELDS);
  for (let v = 0; v < positions.length / 2; v++) {
    positions[2 * v] = nodes[v * NODE_FIELDS];
    positions[2 * v + 1] = nodes[v * NODE_FIELDS + 1];
  }
  return positions;
}
