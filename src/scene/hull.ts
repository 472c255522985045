/**
 * The convex hull of some points, counter-clockwise where y is up (Andrew's monotone chain, 1979).
 *
 * @param places (N, 2)
 * @param points indices of those it is around.
 * @returns indices of its corners; of all points where there are fewer than three.
 */
export function convexHull(places: ArrayLike<number>, points: readonly number[]): number[] {
  const at = (point: number) => [places[2 * point], places[2 * point + 1]] as const;
  const sorted = points.toSorted((a, b) => places[2 * a] - places[2 * b] || places[2 * a + 1] - places[2 * b + 1]);
  if (sorted.length < 3) return sorted;
  const turnsLeft = (a: number, b: number, c: number) => {
    const [[ax, ay], [bx, by], [cx, cy]] = [at(a), at(b), at(c)];
    return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax) > 0;
  };
  const chain = (order: readonly number[]) => {
    const corners: number[] = [];
    for (const point of order) {
      while (corners.length > 1 && !turnsLeft(corners[corners.length - 2], corners[corners.length - 1], point)) {
        corners.pop();
      }
      corners.push(point);
    }
    return corners.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.toReversed())];
}

/** (groups) the corners of the hull around each group of nodes, those left out that are dimmed. @param of (N) group, −1 for none. */
export function hullsOf(
  of: ArrayLike<number>,
  groups: number,
  places: ArrayLike<number>,
  kept: (node: number) => boolean,
): number[][] {
  const members: number[][] = Array.from({ length: groups }, () => []);
  for (let node = 0; node < of.length; node++) if (of[node] >= 0 && kept(node)) members[of[node]].push(node);
  return members.map((nodes) => convexHull(places, nodes));
}
