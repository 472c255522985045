import type { Graph } from '../../../graph/graph';

/** The measures by their definitions, pair by pair over arrays of rows, with none of the code that is checked. For tests. */

export const dot = (x: number[], y: number[]) => x.reduce((sum, value, c) => sum + value * y[c], 0);
const length = (x: number[]) => Math.sqrt(dot(x, x));
const apart = (x: number[], y: number[]) => length(x.map((value, c) => value - y[c]));
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const columnsOf = (rows: number[][]) => rows[0].map((_, c) => rows.map((row) => row[c]));

/** (N, N) 1 where an edge joins two different nodes, whichever way. */
function joined(graph: Graph): number[][] {
  const a = Array.from({ length: graph.nodeCount }, () => new Array<number>(graph.nodeCount).fill(0));
  graph.source.forEach((s, e) => {
    const t = graph.target[e];
    if (s !== t) a[s][t] = a[t][s] = 1;
  });
  return a;
}

/** S X with S = D̃^-½ (A + I) D̃^-½. */
export function propagate(graph: Graph, rows: number[][], times = 1): number[][] {
  if (times === 0) return rows;
  const a = joined(graph).map((row, i) => row.map((x, j) => (i === j ? 1 : x)));
  const degree = a.map((row) => row.reduce((sum, x) => sum + x, 0));
  const next = a.map((row, i) =>
    rows[0].map((_, c) => row.reduce((sum, x, j) => sum + (x / Math.sqrt(degree[i] * degree[j])) * rows[j][c], 0)),
  );
  return propagate(graph, next, times - 1);
}

/** (N, N) hops between nodes, edges taken both ways; Infinity across components. Floyd and Warshall. */
export function hopsBetween(graph: Graph): number[][] {
  const hops = joined(graph).map((row, i) => row.map((x, j) => (i === j ? 0 : x === 1 ? 1 : Number.POSITIVE_INFINITY)));
  for (const [k, over] of hops.entries()) {
    for (const row of hops) for (const j of row.keys()) row[j] = Math.min(row[j], row[k] + over[j]);
  }
  return hops;
}

export function energies(graph: Graph, rows: number[][]): { plain: number; normalised: number } {
  const { between, loops } = weighed(graph);
  const scaled = rows.map((row, i) => {
    const degree = loops[i] + between[i].reduce((sum, x) => sum + x, 0);
    return row.map((x) => (degree > 0 ? x / Math.sqrt(degree) : 0));
  });
  const over = (a: number[][], x: number[][]) =>
    a.flatMap((row, i) => row.map((w, j) => (w * apart(x[i], x[j]) ** 2) / 2)).reduce((sum, e) => sum + e, 0);
  return { plain: over(joined(graph), rows), normalised: over(between, scaled) };
}

/** Ã without its diagonal, and its diagonal. Directed edges without weights join a pair once, however many there are. */
function weighed(graph: Graph): { between: number[][]; loops: number[] } {
  const { nodeCount, weight, directed, source, target } = graph;
  const loops = new Array<number>(nodeCount).fill(1);
  const between = joined(graph).map((row) => row.map((one) => (directed && !weight ? one : 0)));
  for (const [e, u] of source.entries()) {
    const [v, w] = [target[e], weight ? weight[e] : 1];
    if (u === v) loops[u] = w;
    else if (!directed || weight) {
      between[u][v] += w;
      between[v][u] += w;
    }
  }
  return { between, loops };
}

/** ‖X − U Uᵀ X‖_F. */
export function distanceToSubspace(graph: Graph, rows: number[][]): number {
  const hops = hopsBetween(graph);
  const root = joined(graph).map((row) => Math.sqrt(1 + row.reduce((sum, x) => sum + x, 0)));
  const residual = rows.map((row, i) => {
    const own = hops[i].flatMap((hop, j) => (Number.isFinite(hop) ? [j] : []));
    const size = own.reduce((sum, j) => sum + root[j] ** 2, 0);
    return row.map((x, c) => x - (root[i] * own.reduce((sum, j) => sum + root[j] * rows[j][c], 0)) / size);
  });
  return length(residual.flat());
}

export function distanceToConstant(rows: number[][]): number {
  const centre = columnsOf(rows).map(mean);
  return length(rows.flatMap((row) => row.map((x, c) => x - centre[c])));
}

/** The mean cosine over pairs of rows that are not zero. */
export function meanCosine(rows: number[][]): number {
  const unit = rows.filter((x) => length(x) > 0).map((x) => x.map((value) => value / length(x)));
  return mean(unit.flatMap((x, i) => unit.slice(0, i).map((y) => dot(x, y))));
}

/** 1 − cos as ½‖x̂ − ŷ‖², which loses nothing where the two are alike; 1 beside a zero row. */
export function cosineDistance(x: number[], y: number[]): number {
  const [a, b] = [length(x), length(y)];
  return a * b === 0
    ? 1
    : apart(
        x.map((value) => value / a),
        y.map((value) => value / b),
      ) **
        2 /
        2;
}

/** The cosine distance, mean over the partners of each row that `partner` picks, then over the rows that have any. */
export function mad(rows: number[][], partner: (i: number, j: number) => boolean): number {
  const means = rows.flatMap((x, i) => {
    const distances = rows.filter((_, j) => j !== i && partner(i, j)).map((y) => cosineDistance(x, y));
    return distances.length > 0 ? [mean(distances)] : [];
  });
  return mean(means);
}

export const rowDiff = (rows: number[][]) => mean(rows.flatMap((x) => rows.map((y) => apart(x, y))));

export function colDiff(rows: number[][]): number {
  return rowDiff(
    columnsOf(rows).map((column) => {
      const sum = column.reduce((total, x) => total + Math.abs(x), 0);
      return column.map((x) => (sum === 0 ? 0 : x / sum));
    }),
  );
}

/** PyG's formula, term by term. */
export function groupDistanceRatio(rows: number[][], labels: number[]): number {
  const classes = [...new Set(labels.filter((label) => label >= 0))];
  const members = (keep: (label: number) => boolean) => rows.filter((_, i) => labels[i] >= 0 && keep(labels[i]));
  const over = (xs: number[][], ys: number[][]) => mean(xs.flatMap((x) => ys.map((y) => apart(x, y))));
  const across = classes.map((k) =>
    over(
      members((l) => l === k),
      members((l) => l !== k),
    ),
  );
  const within = classes.map((k) =>
    over(
      members((l) => l === k),
      members((l) => l === k),
    ),
  );
  return (mean(across) * classes.length) / (classes.length - 1) ** 2 / (mean(within) + 1e-5);
}
