import type { PlainDense } from '../plain';
import type { Random } from '../random';

/** The class of each node: `classes` blocks in a row, as equal as they can be. */
export function blockLabels(nodes: number, classes: number): number[] {
  return Array.from({ length: nodes }, (_, node) => Math.floor((node * classes) / nodes));
}

/** How many different pairs of nodes lie within one class, and how many between two. */
export function countPairs(labels: number[]): { within: number; between: number } {
  const sizes = new Map<number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  let within = 0;
  for (const size of sizes.values()) within += (size * (size - 1)) / 2;
  return { within, between: (labels.length * (labels.length - 1)) / 2 - within };
}

/**
 * A stochastic block model with its edge counts fixed: so many different pairs drawn evenly within the classes, so many
 * between them. Asking for more than `countPairs` has would never end; callers check.
 */
export function drawBlockEdges(labels: number[], within: number, between: number, random: Random): [number, number][] {
  const edges: [number, number][] = [];
  const drawn = new Set<number>();
  let missingWithin = within;
  let missingBetween = between;
  while (missingWithin + missingBetween > 0) {
    const a = random.below(labels.length);
    const b = random.below(labels.length);
    const key = Math.min(a, b) * labels.length + Math.max(a, b);
    const same = labels[a] === labels[b];
    if (a === b || drawn.has(key) || (same ? missingWithin : missingBetween) === 0) continue;
    drawn.add(key);
    edges.push([a, b]);
    if (same) missingWithin--;
    else missingBetween--;
  }
  return edges;
}

/**
 * Features that know something of the class: x = signal · μ(class) + noise, with μ a random direction of length 1 for each
 * class and normal noise in every column. Signal 0 is noise alone.
 *
 * @param noise standard deviation of the noise
 * @returns (N, columns)
 */
export function drawClassFeatures(
  labels: number[],
  classes: number,
  columns: number,
  signal: number,
  random: Random,
  noise = 1,
): PlainDense {
  const means = Array.from({ length: classes }, () => randomDirection(columns, random));
  const data = new Float32Array(labels.length * columns);
  labels.forEach((label, node) => {
    for (let c = 0; c < columns; c++) data[node * columns + c] = signal * means[label][c] + noise * random.normal();
  });
  return { rows: labels.length, columns, data };
}

function randomDirection(columns: number, random: Random): number[] {
  const vector = Array.from({ length: columns }, () => random.normal());
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? vector.map((_, c) => (c === 0 ? 1 : 0)) : vector.map((value) => value / length);
}
