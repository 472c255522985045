/** How many iterations a graph gets: enough for the picture to settle, few enough to wait for. */
export function iterationsFor(nodeCount: number, edgeCount: number): number {
  const size = nodeCount + edgeCount;
  if (size < 2_000) return 600;
  if (size < 20_000) return 400;
  return size < 100_000 ? 200 : 100;
}
