/** Pixels between the middles of lines that join the same two nodes, and the most that all of them take. */
const GAP = 14;
const MOST = 56;

/**
 * (L) pixels that each line bends to the left of the middle, seen along it, so that lines between the same two nodes are seen
 * to be several; undefined when no two are. In a directed graph, lines there and back are not the same.
 */
export function parallelOffsets(
  source: ArrayLike<number>,
  target: ArrayLike<number>,
  nodeCount: number,
  directed: boolean,
): Float32Array | undefined {
  const turned = (line: number) => !directed && source[line] > target[line];
  const pairOf = (line: number) =>
    turned(line) ? target[line] * nodeCount + source[line] : source[line] * nodeCount + target[line];
  const counts = new Map<number, number>();
  for (let line = 0; line < source.length; line++) counts.set(pairOf(line), (counts.get(pairOf(line)) ?? 0) + 1);
  if (counts.size === source.length) return undefined;

  const offsets = new Float32Array(source.length);
  const seen = new Map<number, number>();
  for (let line = 0; line < source.length; line++) {
    const pair = pairOf(line);
    const count = counts.get(pair) ?? 1;
    if (count === 1) continue;
    const place = seen.get(pair) ?? 0;
    seen.set(pair, place + 1);
    const offset = (place - (count - 1) / 2) * Math.min(GAP, MOST / (count - 1));
    offsets[line] = turned(line) ? -offset : offset;
  }
  return offsets;
}
