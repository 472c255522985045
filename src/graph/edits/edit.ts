/**
 * A change to a graph, as plain JSON: what a "what if" is made of. Nodes are named by their ids. In an undirected graph the
 * ends of an edge may be named in either order.
 */
export type Edit =
  | { do: 'add-edge'; from: string; to: string; relation?: string }
  /** Of several edges between the two, the one given last. */
  | { do: 'remove-edge'; from: string; to: string; relation?: string }
  /** Moves one end of an edge, which keeps its weight and all else it has. */
  | { do: 'rewire'; from: string; to: string; end: 'from' | 'to'; onto: string; relation?: string }
  /** A node with an edge to each of `to`; its features are 0 and nothing else is known of it. */
  | { do: 'add-node'; node: string; to: string[]; relation?: string }
  | { do: 'remove-node'; node: string }
  | { do: 'set-feature'; node: string; column: number; value: number };

export const EDIT_KINDS = [
  ...(['add-edge', 'remove-edge', 'rewire'] as const),
  ...(['add-node', 'remove-node', 'set-feature'] as const),
] satisfies Edit['do'][];

/** Edits that a graph may carry: their list travels in links, and beyond that they are another graph. */
export const MAX_EDITS = 100;
