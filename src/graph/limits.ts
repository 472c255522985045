/** The most that is taken in. Each is checked before anything of that size is allocated. */

export const MAX_NODES = 1_000_000;

/** Edges as given that a model is computed on. */
export const MAX_EDGES_COMPUTED = 1_000_000;

/** Edges as given that are drawn; above it the nodes alone are. */
export const MAX_EDGES_DRAWN = 200_000;

/**
 * Lines up to which all are drawn in every frame. Graphics in software were measured to take about 25 µs for a line as long as
 * half the view: a quarter of a second for as many as are drawn there, where a GPU does not notice five times as many.
 */
const CROWD = { gpu: 50_000, software: 10_000 };

/** Lines of a crowd that are drawn while anything moves: enough to see where the graph is dense. */
export const CROWD_IN_MOTION = 5_000;

/** Whether so many lines, edges or trails, are all drawn only at rest. @param software whether by graphics in software. */
export function areCrowd(lines: number, software: boolean): boolean {
  return lines > (software ? CROWD.software : CROWD.gpu);
}

/** Named relations, node types or classes; a column with more kinds than this is no category. */
export const MAX_RELATIONS = 1_000;
export const MAX_CLASSES = 10_000;

/** Numbers in one dense feature matrix, or entries in a sparse one: 256 MiB as 32-bit floats. */
export const MAX_FEATURE_VALUES = 64 * 1024 * 1024;

/** Cells in all attribute columns of the nodes, and again of the edges. */
export const MAX_ATTRIBUTE_VALUES = 16 * 1024 * 1024;

/** Whether a graph's edges are drawn, or only its nodes. Everything is computed on all of them either way. */
export function edgesAreDrawn({ edgeCount }: { edgeCount: number }): boolean {
  return edgeCount <= MAX_EDGES_DRAWN;
}

/** From so many nodes on, a part is offered beside the whole. */
export const LARGE = 5_000;

/** Whether a graph is seen better in part. */
export function isLarge(graph: { nodeCount: number; edgeCount: number }): boolean {
  return graph.nodeCount >= LARGE || !edgesAreDrawn(graph);
}
