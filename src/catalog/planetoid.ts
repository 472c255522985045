import type { PlainGraph, PlainSparse } from '../graph/plain';

/** Where Cora's nodes and classes in the order of the literature are in the file that is fetched: see `datasets/cora/README.md`. */
export interface PlanetoidOrder {
  /** (N) node of the file. */
  nodes: number[];
  /** (C) class of the file. */
  classes: number[];
}

/** Nodes of the public split (Yang et al. 2016, arXiv 1603.08861): the first train, the next validate, the last test. */
const [TRAIN, VALIDATION, TEST] = [140, 500, 1000];

/**
 * An undirected graph in the order of its Planetoid form, with the public split: a node, word or class has the number that
 * it has in PyTorch Geometric's `Planetoid`, so that figures can be compared node by node and weights trained there fit.
 * Its edges are in order too, so that the same seed drops the same ones.
 */
export function inPlanetoidOrder(plain: PlainGraph, { nodes, classes }: PlanetoidOrder): PlainGraph {
  const place = inverse(nodes);
  const label = inverse(classes);
  const features = plain.features as PlainSparse;
  const named = plain.nodes;
  return {
    ...plain,
    nodes: typeof named === 'number' ? named : nodes.map((node) => named[node]),
    edges: plain.edges
      .map((edge) => {
        const [one, other] = (edge as [number, number]).map((node) => place[node]);
        return [Math.min(one, other), Math.max(one, other)] as [number, number];
      })
      .sort(([a, b], [c, d]) => a - c || b - d),
    features: { ...features, indices: nodes.map((node) => features.indices[node].toSorted((a, b) => a - b)) },
    labels: plain.labels && nodes.map((node) => label[plain.labels?.[node] as number]),
    classes: plain.classes && classes.map((c) => plain.classes?.[c] as string),
    split: {
      train: range(0, TRAIN),
      validation: range(TRAIN, TRAIN + VALIDATION),
      test: range(nodes.length - TEST, nodes.length),
    },
  };
}

function inverse(order: readonly number[]): number[] {
  const place: number[] = [];
  for (const [to, from] of order.entries()) place[from] = to;
  return place;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
