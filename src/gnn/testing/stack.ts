import { adjacencyOf } from '../../graph/adjacency';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import { toDense } from '../models/dense';
import type { StateDict } from '../models/parameters';

/** The stack of a recipe written out as dense matrices in float64, with none of the code it checks. For tests. */
export function referenceHops(graph: Graph, recipe: Recipe, h0: FeatureMatrix, state: StateDict): Float64Array[] {
  const n = graph.nodeCount;
  const s = recipe.conv === 'gcn' ? symmetric(graph) : averaging(graph);
  const initial = Float64Array.from(toDense(h0).data);
  const hops: Float64Array[] = [initial];
  for (let layer = 0; layer < recipe.hops; layer++) {
    const h = hops[layer];
    const of = (name: string) => state[`convs.${layer}.${name}`];
    const times = (x: Float64Array, name: string) => {
      const { shape, data } = of(name);
      return product(x, transposed(data, shape[0], shape[1]), n, shape[1], shape[0]);
    };
    const plus = (x: Float64Array, name: string) =>
      x.map((value, i) => value + of(name).data[i % of(name).data.length]);
    const spread = (x: Float64Array) => product(s, x, n, n, x.length / n);
    let x: Float64Array;
    if (recipe.weights.kind === 'identity') x = spread(h);
    else if (recipe.conv === 'gcn') x = plus(spread(times(h, 'lin.weight')), 'bias');
    else if (recipe.conv === 'mlp') x = plus(times(h, 'weight'), 'bias');
    else {
      x = plus(times(spread(h), 'lin_l.weight'), 'lin_l.bias');
      if (recipe.options.root) {
        const root = times(h, 'lin_r.weight');
        x = x.map((value, i) => value + root[i]);
      }
    }
    if (recipe.decoder === 'linear' || layer < recipe.hops - 1) x = activated(recipe, normed(recipe, x, n));
    if (recipe.residual === 'skip' && h.length === x.length) x = x.map((value, i) => value + h[i]);
    if (recipe.residual === 'initial' && initial.length === x.length) {
      const alpha = Number(recipe.options.alpha);
      x = x.map((value, i) => (1 - alpha) * value + alpha * initial[i]);
    }
    hops.push(x);
  }
  return hops;
}

/** (N, N) D̃^-½ Ã D̃^-½. */
function symmetric(graph: Graph): Float64Array {
  const n = graph.nodeCount;
  const { pointer, source, edge } = adjacencyOf(graph);
  const a = new Float64Array(n * n);
  for (let v = 0; v < n; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) a[v * n + source[arc]] += graph.weight?.[edge[arc]] ?? 1;
    a[v * n + v] ||= 1;
  }
  const degree = Array.from({ length: n }, (_, v) => a.slice(v * n, v * n + n).reduce((sum, w) => sum + w, 0));
  return a.map((w, i) => w / Math.sqrt(degree[Math.floor(i / n)] * degree[i % n]));
}

/** (N, N) each row the mean of the incoming rows. */
function averaging(graph: Graph): Float64Array {
  const n = graph.nodeCount;
  const { pointer, source } = adjacencyOf(graph);
  const a = new Float64Array(n * n);
  for (let v = 0; v < n; v++) {
    for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) a[v * n + source[arc]] += 1 / (pointer[v + 1] - pointer[v]);
  }
  return a;
}

function normed({ norm }: Recipe, x: Float64Array, n: number): Float64Array {
  if (norm === 'none') return x;
  const columns = x.length / n;
  const rows = Array.from({ length: n }, (_, v) => x.subarray(v * columns, (v + 1) * columns));
  if (norm === 'layer') {
    return Float64Array.from(
      rows.flatMap((row) => {
        const mean = row.reduce((sum, value) => sum + value, 0) / columns;
        const variance = row.reduce((sum, value) => sum + (value - mean) ** 2, 0) / columns;
        return Array.from(row, (value) => (value - mean) / Math.sqrt(variance + 1e-5));
      }),
    );
  }
  const means = Array.from({ length: columns }, (_, c) => rows.reduce((sum, row) => sum + row[c], 0) / n);
  const centred = x.map((value, i) => value - means[i % columns]);
  const lengths = Array.from({ length: n }, (_, v) => Math.hypot(...centred.subarray(v * columns, (v + 1) * columns)));
  const meanSquare = lengths.reduce((sum, length) => sum + length ** 2, 0) / n;
  return centred.map((value, i) =>
    norm === 'pair' ? value / Math.sqrt(1e-5 + meanSquare) : value / (1e-5 + lengths[Math.floor(i / columns)]),
  );
}

function activated({ activation }: Recipe, x: Float64Array): Float64Array {
  const f = {
    relu: (value: number) => Math.max(0, value),
    tanh: Math.tanh,
    elu: (value: number) => (value > 0 ? value : Math.expm1(value)),
    leakyRelu: (value: number) => (value > 0 ? value : 0.01 * value),
    none: (value: number) => value,
  }[activation];
  return x.map((value) => f(value));
}

function product(a: Float64Array, b: Float64Array, n: number, m: number, p: number): Float64Array {
  const out = new Float64Array(n * p);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < m; k++) for (let j = 0; j < p; j++) out[i * p + j] += a[i * m + k] * b[k * p + j];
  }
  return out;
}

function transposed(a: ArrayLike<number>, rows: number, columns: number): Float64Array {
  return Float64Array.from({ length: rows * columns }, (_, i) => a[(i % rows) * columns + Math.floor(i / rows)]);
}
