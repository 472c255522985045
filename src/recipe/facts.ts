/** What a recipe needs to know of the graph it will run on. */
export interface GraphFacts {
  nodes: number;
  /** Columns of the given features, 0 without. */
  features: number;
  /** Number of classes, 0 without labels. */
  classes: number;
  /** Names of the numeric attributes, which `input: columns` can use. */
  columns: string[];
}

/** The parts of a typed graph that the facts are read from. */
interface GraphParts {
  nodeCount: number;
  features: { columns: number } | null;
  labels: ArrayLike<number> | null;
  classes: readonly string[];
  attributes: Record<string, readonly unknown[]>;
}

export function factsOf(graph: GraphParts): GraphFacts {
  return {
    nodes: graph.nodeCount,
    features: graph.features?.columns ?? 0,
    classes: graph.labels ? graph.classes.length : 0,
    columns: Object.keys(graph.attributes).filter((name) => isNumeric(graph.attributes[name])),
  };
}

/** A column is a feature when it holds finite numbers or truth values, gaps allowed, and at least one of them. */
function isNumeric(column: readonly unknown[]): boolean {
  const present = column.filter((value) => value !== null);
  return present.length > 0 && present.every((value) => typeof value === 'boolean' || Number.isFinite(value));
}
