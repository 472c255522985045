/**
 * The plain form of a graph: what a script passes to `hopscope.load` and what every file format is read into
 * before `graphFromPlain` checks it and lays it out as typed arrays.
 */
export interface PlainGraph {
  name?: string;
  /** Default false: each pair stands for both directions. */
  directed?: boolean;
  nodes: number | PlainNode[];
  /** Integers are node indices, strings are ids. */
  edges: PlainEdge[];
  features?: number[][] | PlainDense | PlainSparse;
  featureNames?: string[];
  /** One row an edge as given. */
  edgeFeatures?: number[][];
  labels?: (number | null)[];
  /** Names of the classes; without them classes are called by their number. */
  classes?: string[];
  split?: { train: number[]; validation: number[]; test: number[] };
  /** Names of the relations; without them numbered relations are called by their number. */
  relations?: string[];
  /** Names of the node types, when their order matters; else they are put in natural order. */
  nodeTypes?: string[];
  /** (N) which graph of a disjoint union each node belongs to. */
  graphIds?: number[];
}

export interface PlainNode {
  id: string;
  label?: string;
  /** The node's class. */
  class?: string | number;
  /** The node's type in a graph with typed nodes. */
  type?: string;
  /** Given coordinates. */
  x?: number;
  y?: number;
  [attribute: string]: unknown;
}

export type PlainEdge = PlainEdgeTuple | PlainEdgeObject;
export type PlainEdgeTuple = [
  source: string | number,
  target: string | number,
  weight?: number,
  relation?: string | number,
];
export interface PlainEdgeObject {
  source: string | number;
  target: string | number;
  weight?: number;
  relation?: string | number;
  [attribute: string]: unknown;
}

export interface PlainDense {
  rows: number;
  columns: number;
  data: ArrayLike<number>;
}

/** Sparse rows: `indices[r]` are the columns of row r that are not zero; without `values` they are 1. */
export interface PlainSparse {
  columns: number;
  indices: number[][];
  values?: number[][];
}
