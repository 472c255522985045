/** What a graph is, in figures: stated on screen and by `hopscope.graph()`. */
export interface GraphSummary {
  name: string;
  nodes: number;
  /** Edges as given; an undirected edge counts once. */
  edges: number;
  directed: boolean;
  weighted: boolean;
  /** Edges over the most there could be without self-loops or duplicates. */
  density: number;
  /** Weakly connected components. */
  components: number;
  /** Nodes without any edge. */
  isolated: number;
  selfLoops: number;
  /** Edges beyond the first between the same pair (and relation). */
  duplicates: number;
  meanDegree: number;
  /** Columns of the given features; 0 without. */
  features: number;
  /** Number of classes; 0 without labels. */
  classes: number;
  /** Number of named relations; 0 when untyped. */
  relations: number;
  /** Graphs in a disjoint union. */
  graphs: number;
  /** Share of edges between labelled nodes of one class; null without labels. */
  homophily: number | null;
}
