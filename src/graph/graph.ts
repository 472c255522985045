/**
 * The typed graph: plain data (typed arrays and strings), safe to send to a worker as it is.
 *
 * N nodes are numbered 0…N−1 in the order they were loaded; E edges are kept exactly as given: duplicates, self-loops and
 * direction included. How edges become messages (an undirected edge carries two) is `adjacency.ts`.
 */
export interface Graph {
  /** What the graph is called on screen. */
  name: string;
  /** `false`: every edge stands for both directions, which share its weight, relation and features. */
  directed: boolean;
  nodeCount: number;
  /** Edges as given; an undirected edge counts once. */
  edgeCount: number;
  /** (N) the node identifiers of the source, all different. */
  ids: string[];
  /** (E) node indices. */
  source: Int32Array;
  target: Int32Array;
  /** (E) or null when every edge weighs 1. */
  weight: Float32Array | null;
  /** (E) indices into `relations`, or null when edges are untyped. */
  relation: Int32Array | null;
  relations: string[];
  /** (N) indices into `nodeTypes`, or null when nodes are untyped. */
  nodeType: Int32Array | null;
  nodeTypes: string[];
  /** (N, F) given node features, or null. */
  features: FeatureMatrix | null;
  /** (F) names of the feature columns where the source has them. */
  featureNames: string[] | null;
  /** (E, D) one row an edge as given, or null. */
  edgeFeatures: DenseMatrix | null;
  /** (N) class of each node as an index into `classes`, −1 where unlabelled; null when there are no labels. */
  labels: Int32Array | null;
  classes: string[];
  split: Split | null;
  /** (N) which graph of a disjoint union each node belongs to, or null for a single graph. */
  graphId: Int32Array | null;
  /** 1 for a single graph. */
  graphCount: number;
  /** (N, 2) coordinates given by the source, x0 y0 x1 y1 …, or null. */
  positions: Float32Array | null;
  /** Node attributes by column; `label`, when there, is the name shown on screen. */
  attributes: Record<string, Column>;
  /** Edge attributes by column, one value an edge as given. */
  edgeAttributes: Record<string, Column>;
  /** Which node was which before nodes were added or removed; absent where none were. */
  origin?: Origin;
}

/** The numbers nodes had at first: what is drawn at random for a node stays with it. */
export interface Origin {
  /** (N) that of each node; one that was added has a number nobody had. */
  number: Int32Array;
  /** That of the next node to be added. */
  next: number;
}

/** One value a node (or edge); null where the source had none. */
export type Column = (string | number | boolean | null)[];

export interface DenseMatrix {
  kind: 'dense';
  rows: number;
  columns: number;
  /** Row-major. */
  data: Float32Array;
}

/** Compressed sparse rows: row r holds entries pointer[r] … pointer[r+1]−1. `value` null means all ones. */
export interface SparseMatrix {
  kind: 'sparse';
  rows: number;
  columns: number;
  pointer: Int32Array;
  index: Int32Array;
  value: Float32Array | null;
}

export type FeatureMatrix = DenseMatrix | SparseMatrix;

/** Node indices; disjoint. */
export interface Split {
  train: Int32Array;
  validation: Int32Array;
  test: Int32Array;
}

/** The name a person reads for node `index`: its `label` attribute, else its id. */
export function nodeName(graph: Graph, index: number): string {
  const label = graph.attributes.label?.[index];
  return label === undefined || label === null || label === '' ? (graph.ids[index] ?? String(index)) : String(label);
}
