import type { PlainGraph, PlainNode } from '../../src/graph/plain';
import type { Random } from '../../src/graph/random';

/** What a layer of the recipe reads of a graph beside nodes and edges, so that it is there more often than not. */
export interface Wanted {
  relations: boolean;
  edgeFeatures: boolean;
}

type Edge = [source: number, target: number];

/** Of every class at least so many nodes are labelled: enough for any split the tasks ask for. */
export const LEAST_OF_A_CLASS = 5;

/**
 * A graph of 50 to 150 nodes with classes to learn and, at random, everything a file can bring: direction, weights, relations,
 * features of nodes (dense or sparse) and of edges, several components, nodes without edges, loops, duplicates, a hub,
 * unlabelled nodes, a split of its own.
 */
export function randomGraph(random: Random, wanted: Wanted): PlainGraph {
  const chance = (share: number) => random.uniform() < share;
  const nodes = 50 + random.below(101);
  const classes = 2 + random.below(5);
  const labels = randomLabels(random, nodes, classes);
  const edges = chance(0.02) ? [] : randomEdges(random, labels);
  const weights = chance(0.35) ? randomWeights(random, edges.length) : null;
  const relations = chance(wanted.relations ? 0.8 : 0.1) ? 1 + random.below(4) : 0;
  const graph: PlainGraph = {
    name: `${nodes} nodes`,
    directed: chance(0.3),
    nodes: chance(0.15) ? nodes : describedNodes(random, nodes),
    edges: edges.map(([source, target], e) =>
      relations > 0
        ? [source, target, weights?.[e] ?? 1, random.below(relations)]
        : weights
          ? [source, target, weights[e]]
          : [source, target],
    ),
    labels,
  };
  if (chance(0.75)) graph.features = randomFeatures(random, labels);
  if (edges.length > 0 && chance(wanted.edgeFeatures ? 0.5 : 0.05)) {
    graph.edgeFeatures = randomRows(random, edges.length, 1 + random.below(3));
  }
  if (chance(0.3)) graph.split = randomSplit(random, labels);
  return graph;
}

/** The first few of each class in turn, the rest at random; in some graphs a fifth of the rest has none. */
function randomLabels(random: Random, nodes: number, classes: number): (number | null)[] {
  const unlabelled = random.uniform() < 0.3 ? 0.2 : 0;
  return Array.from({ length: nodes }, (_, node) => {
    if (node < LEAST_OF_A_CLASS * classes) return node % classes;
    return random.uniform() < unlabelled ? null : random.below(classes);
  });
}

/** Mostly within one of up to three components and one class; the last few nodes may have no edge at all. */
function randomEdges(random: Random, labels: (number | null)[]): Edge[] {
  const components = 1 + random.below(3);
  const isolated = random.uniform() < 0.4 ? 1 + random.below(5) : 0;
  const connected = labels.length - isolated;
  const homophily = random.uniform();
  const count = Math.round(connected * (0.5 + 3 * random.uniform()));
  const edges: Edge[] = [];
  while (edges.length < count) {
    const [source, target] = [random.below(connected), random.below(connected)];
    if (source === target || source % components !== target % components) continue;
    if (labels[source] !== labels[target] && random.uniform() < homophily) continue;
    edges.push([source, target]);
  }
  if (random.uniform() < 0.2) for (let node = 1; node < connected; node++) edges.push([0, node]);
  if (random.uniform() < 0.3) edges.push([1, 1], [2, 2], edges[0]);
  return edges;
}

/** Positive ones, ones of which some are 0, or ones of either sign. */
function randomWeights(random: Random, count: number): number[] {
  const kind = random.choice(['positive', 'positive', 'some zero', 'signed']);
  return Array.from({ length: count }, () => {
    if (kind === 'signed') return random.normal();
    return kind === 'some zero' && random.uniform() < 0.3 ? 0 : 0.1 + 3 * random.uniform();
  });
}

/** Most are laid out already: that is no part of what is soaked here, and takes longer than all the rest. */
function describedNodes(random: Random, count: number): PlainNode[] {
  const [placed, numeric] = [random.uniform() < 0.9, random.uniform() < 0.6];
  return Array.from({ length: count }, (_, node) => ({
    id: `node ${node}`,
    label: `Node ${node}`,
    note: 'text',
    ...(placed && { x: random.normal(), y: random.normal() }),
    ...(numeric && { age: random.uniform() < 0.1 ? null : random.below(90), member: random.uniform() < 0.5 }),
  }));
}

/** Something of the class and much noise; sparse ones leave rows and columns empty. */
function randomFeatures(random: Random, labels: (number | null)[]): NonNullable<PlainGraph['features']> {
  const columns = 4 + random.below(21);
  if (random.uniform() < 0.6) {
    const rows = randomRows(random, labels.length, columns);
    for (const [node, label] of labels.entries()) rows[node][(label ?? 0) % columns] += 1;
    return rows;
  }
  const indices = labels.map((label) =>
    Array.from({ length: columns }, (_, column) => column).filter(
      (column) => random.uniform() < (column === label ? 0.6 : 0.15),
    ),
  );
  return random.uniform() < 0.5
    ? { columns, indices }
    : { columns, indices, values: indices.map((row) => row.map(() => random.normal())) };
}

function randomRows(random: Random, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
}

/** Two nodes of each class to learn from; validation and test may be empty. */
function randomSplit(random: Random, labels: (number | null)[]): NonNullable<PlainGraph['split']> {
  const classes = 1 + Math.max(...labels.map((label) => label ?? 0));
  const rest = random.shuffle(labels.map((_, node) => node).slice(2 * classes));
  const validation = random.below(20);
  return {
    train: Array.from({ length: 2 * classes }, (_, node) => node),
    validation: rest.slice(0, validation),
    test: rest.slice(validation, validation + random.below(20)),
  };
}
