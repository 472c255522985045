import { describe, expect, it } from 'vitest';
import { componentsOf } from '../components';
import { distancesOf } from '../distances';
import type { Graph } from '../graph';
import { summarise } from '../summary';
import { barabasiAlbert } from './barabasi-albert';
import { barbell } from './barbell';
import { circlesOfFriends } from './circles';
import { contextualBlockModel } from './contextual-block-model';
import { grid } from './grid';
import { karateClub } from './karate';
import { ringOfCliques } from './ring-of-cliques';
import { balancedTree } from './tree';
import { wattsStrogatz } from './watts-strogatz';

/** (N) edges at each node; a self-loop counts once. */
function degrees(graph: Graph): number[] {
  const degree = new Array<number>(graph.nodeCount).fill(0);
  for (let e = 0; e < graph.edgeCount; e++) {
    degree[graph.source[e]]++;
    if (graph.source[e] !== graph.target[e]) degree[graph.target[e]]++;
  }
  return degree;
}

/** How many nodes each class has. */
function classSizes(graph: Graph): Record<string, number> {
  const sizes: Record<string, number> = {};
  for (const label of graph.labels ?? []) sizes[graph.classes[label]] = (sizes[graph.classes[label]] ?? 0) + 1;
  return sizes;
}

/** Share of nodes whose features are nearest to their own class's mean. */
function nearestMean(graph: Graph): number {
  const { features, labels, classes } = graph;
  if (features?.kind !== 'dense' || !labels) throw new Error('needs dense features and labels');
  const { columns, data } = features;
  const means = classes.map((_, k) => {
    const members = [...labels.keys()].filter((node) => labels[node] === k);
    return Array.from(
      { length: columns },
      (_, c) => members.reduce((sum, v) => sum + data[v * columns + c], 0) / members.length,
    );
  });
  const distance = (node: number, mean: number[]) =>
    mean.reduce((sum, m, c) => sum + (data[node * columns + c] - m) ** 2, 0);
  const right = [...labels].filter((label, node) => {
    const distances = means.map((mean) => distance(node, mean));
    return distances[label] === Math.min(...distances);
  });
  return right.length / graph.nodeCount;
}

const block = { nodes: 200, classes: 4, meanDegree: 6, homophily: 0.7, signal: 1, columns: 8, seed: 1 };

const diameter = async (graph: Graph) => (await distancesOf(graph)).longest;

describe('every generated graph', () => {
  const graphs = [
    karateClub(),
    circlesOfFriends(),
    ringOfCliques({ cliques: 6, size: 5 }),
    barbell({ bell: 8, bar: 5 }),
    grid({ rows: 5, columns: 7 }),
    balancedTree({ branching: 3, depth: 4 }),
    barabasiAlbert({ nodes: 120, edgesPerNode: 2, seed: 3 }),
    wattsStrogatz({ nodes: 60, neighbours: 4, rewiring: 0.1, seed: 3 }),
    contextualBlockModel(block),
  ];

  it.each(graphs.map((graph): [string, Graph] => [graph.name, graph]))(
    '%s is simple, labelled and named',
    (_, graph) => {
      expect(summarise(graph)).toMatchObject({
        directed: false,
        weighted: false,
        selfLoops: 0,
        duplicates: 0,
        relations: 0,
      });
      expect(Object.keys(classSizes(graph))).toEqual(graph.classes);
      expect(new Set(graphs.map(({ name }) => name)).size).toBe(graphs.length);
    },
  );

  it.each(graphs.slice(0, 7).map((graph): [string, Graph] => [graph.name, graph]))('%s is connected', (_, graph) => {
    expect(componentsOf(graph).count).toBe(1);
  });

  it.each([
    (seed: number) => circlesOfFriends({ seed }),
    (seed: number) => barabasiAlbert({ nodes: 50, edgesPerNode: 2, seed }),
    (seed: number) => wattsStrogatz({ nodes: 50, neighbours: 4, rewiring: 0.3, seed }),
    (seed: number) => contextualBlockModel({ ...block, seed }),
  ])('with a seed is the same for the same one, and another for another', (generate) => {
    expect(generate(5)).toEqual(generate(5));
    expect(generate(5).target).not.toEqual(generate(6).target);
    expect(() => generate(-1)).toThrow('seed is -1; choose a whole number from 0 to 4294967295');
  });
});

describe('karateClub', () => {
  it('is the club of 1977', async () => {
    const club = karateClub();
    expect(summarise(club)).toMatchObject({ nodes: 34, edges: 78, classes: 2, homophily: 67 / 78 });
    expect(classSizes(club)).toEqual({ 'Mr. Hi': 17, Officer: 17 });
    const degree = degrees(club);
    expect([degree[0], degree[33], degree[32], degree[2], degree[11]]).toEqual([16, 17, 12, 10, 1]);
    expect(await diameter(club)).toBe(5);
  });
});

describe('circlesOfFriends', () => {
  it('is four circles of 18, connected, with 180 friendships, whatever the seed', () => {
    for (let seed = 0; seed < 20; seed++) {
      const graph = circlesOfFriends({ seed });
      expect(summarise(graph)).toMatchObject({ nodes: 72, edges: 180, components: 1, meanDegree: 5, features: 16 });
      expect(graph.classes).toEqual(['Circle A', 'Circle B', 'Circle C', 'Circle D']);
      expect(Object.values(classSizes(graph))).toEqual([18, 18, 18, 18]);
    }
  });

  it('has features that hint at the circle without giving it away', () => {
    const shares = Array.from({ length: 10 }, (_, seed) => nearestMean(circlesOfFriends({ seed })));
    expect(Math.min(...shares)).toBeGreaterThan(0.6);
    expect(Math.max(...shares)).toBeLessThan(1);
  });
});

describe('contextualBlockModel', () => {
  it.each([0, 0.25, 0.5, 1])('has homophily %d and the mean degree asked for, exactly', (homophily) => {
    const summary = summarise(contextualBlockModel({ ...block, homophily }));
    expect(summary.homophily).toBe(homophily);
    expect(summary.meanDegree).toBe(6);
  });

  it('separates the classes by signal alone', () => {
    const share = (signal: number) => nearestMean(contextualBlockModel({ ...block, nodes: 1000, signal }));
    expect(share(0)).toBeLessThan(0.4);
    expect(share(8)).toBeGreaterThan(0.99);
  });

  it('refuses what cannot be', () => {
    expect(() => contextualBlockModel({ ...block, homophily: 1.5 })).toThrow(
      'homophily is 1.5; choose a number from 0 to 1',
    );
    expect(() => contextualBlockModel({ ...block, homophily: Number.NaN })).toThrow('homophily is NaN');
    expect(() => contextualBlockModel({ ...block, nodes: 20, meanDegree: 10, homophily: 1 })).toThrow(
      '100 edges at homophily 1 need 100 pairs within classes and 0 between; 20 nodes in 4 classes have 40 and 150',
    );
  });
});

describe('ringOfCliques', () => {
  it('joins each clique to the next by one edge', () => {
    const graph = ringOfCliques({ cliques: 6, size: 5 });
    expect(summarise(graph)).toMatchObject({ nodes: 30, edges: 6 * 10 + 6, homophily: 60 / 66 });
    expect(() => ringOfCliques({ cliques: 2, size: 5 })).toThrow('cliques is 2; choose a whole number from 3 to 100');
  });

  it('is a plain ring when cliques are pairs', () => {
    expect(new Set(degrees(ringOfCliques({ cliques: 5, size: 2 })))).toEqual(new Set([2]));
  });
});

describe('barbell', () => {
  it('is two cliques and a path', async () => {
    const graph = barbell({ bell: 8, bar: 5 });
    expect(summarise(graph)).toMatchObject({ nodes: 21, edges: 2 * 28 + 6 });
    expect(classSizes(graph)).toEqual({ 'Left bell': 8, Bar: 5, 'Right bell': 8 });
    expect(await diameter(graph)).toBe(8);
  });

  it('takes no bar at all', () => {
    const graph = barbell({ bell: 3, bar: 0 });
    expect(graph.classes).toEqual(['Left bell', 'Right bell']);
    expect(graph.edgeCount).toBe(7);
  });
});

describe('grid', () => {
  it('gives its nodes their places, row 0 on top', async () => {
    const graph = grid({ rows: 2, columns: 3 });
    expect([...(graph.positions ?? [])]).toEqual([0, 0, 1, 0, 2, 0, 0, -1, 1, -1, 2, -1]);
    expect(summarise(graph)).toMatchObject({ nodes: 6, edges: 7 });
    expect(await diameter(grid({ rows: 5, columns: 7 }))).toBe(10);
  });
});

describe('balancedTree', () => {
  it('has every level full, and a class for each branch', async () => {
    const graph = balancedTree({ branching: 3, depth: 4 });
    expect(summarise(graph)).toMatchObject({ nodes: 121, edges: 120 });
    expect(classSizes(graph)).toEqual({ Root: 1, 'Branch 1': 40, 'Branch 2': 40, 'Branch 3': 40 });
    expect(await diameter(graph)).toBe(8);
    expect(() => balancedTree({ branching: 10, depth: 16 })).toThrow('choose less, up to 100,000');
  });
});

describe('barabasiAlbert', () => {
  it('ties every newcomer to m others, and makes hubs of the early', () => {
    const graph = barabasiAlbert({ nodes: 400, edgesPerNode: 3, seed: 1 });
    expect(graph.edgeCount).toBe(3 + 3 * (400 - 4));
    const degree = degrees(graph);
    expect(Math.min(...degree.slice(4))).toBe(3);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(mean(degree.slice(0, 100))).toBeGreaterThan(2 * mean(degree.slice(300)));
  });

  it('grows a tree from m = 1, however small', () => {
    expect(barabasiAlbert({ nodes: 2, edgesPerNode: 1, seed: 0 }).edgeCount).toBe(1);
    expect(() => barabasiAlbert({ nodes: 3, edgesPerNode: 3, seed: 0 })).toThrow('edgesPerNode is 3');
  });
});

describe('wattsStrogatz', () => {
  it('is a ring without rewiring, and a smaller world with a little', async () => {
    const world = (rewiring: number) => wattsStrogatz({ nodes: 100, neighbours: 4, rewiring, seed: 2 });
    expect(new Set(degrees(world(0)))).toEqual(new Set([4]));
    expect(await diameter(world(0))).toBe(25);
    expect(await diameter(world(0.1))).toBeLessThan(20);
    expect(world(1).edgeCount).toBe(200);
  });

  it('ends even where everyone knows everyone', () => {
    expect(summarise(wattsStrogatz({ nodes: 5, neighbours: 4, rewiring: 1, seed: 1 }))).toMatchObject({
      edges: 10,
      duplicates: 0,
    });
    expect(() => wattsStrogatz({ nodes: 9, neighbours: 3, rewiring: 0, seed: 1 })).toThrow('neighbours / 2 is 1.5');
  });
});
