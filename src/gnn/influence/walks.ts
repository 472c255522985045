import { type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { LayerParameters } from '../layers/convolution';
import { treatsColumnsAlike } from './alike';
import { copiesWithin, refuseBeyondLevel } from './budget';
import { heardAlong, nodesThatMatter } from './field';
import { openPart, type Traced } from './pull-back';
import type { Occurrence } from './tree-level';

/**
 * The end of a walk with its derivative: `influence` times a matrix of norm 1, so that long walks stay in the range of 32-bit
 * numbers.
 */
export interface Walk extends Occurrence {
  /** Of the node where the walk has come to. */
  columns: number;
  /**
   * (columns of the root, columns) row-major; a single ±1, with `columns` 1, as long as layers have treated columns alike: it
   * stands for a number times the identity.
   */
  matrix: Float32Array;
}

/** All walks one hop longer that have any influence, and how many of those heard have none. */
export interface WalksOn {
  found: Walk[];
  silent: number;
}

/** Takes every walk one hop on, from H^{layer+1} to H^layer, to everybody who is heard at its end. */
export async function walksOn(
  trace: Traced,
  parameters: LayerParameters,
  layer: number,
  given: Walk[],
): Promise<WalksOn> {
  const { recipe, hops } = trace;
  const oneColumn = given.every(({ columns }) => columns === 1) && treatsColumnsAlike(recipe, layer);
  const walks = oneColumn ? given : given.map((walk) => laidOut(walk, hops[layer + 1].columns));
  const nodes = nodesThatMatter(
    trace,
    walks.map(({ node }) => node),
    layer + 1,
    layer,
  );
  const linked = walks.map(({ node }) => new Set(heardAlong(trace, [node], layer + 1, layer)));
  const rows = walks[0].matrix.length / walks[0].columns;
  const width = oneColumn ? 1 : hops[layer].columns;
  refuseBeyondLevel(walks.length * rows * width * nodes.length * 4);

  const copies = Math.min(walks.length * rows, copiesWithin(trace, nodes.length, layer + 1));
  const part = await openPart(trace, parameters, { nodes, copies, oneColumn });
  try {
    const heard = walks.map(() => new Map<number, Float32Array>());
    for (let first = 0; first < walks.length * rows; first += copies) {
      const derivative = seeds(walks, rows, nodes, first, copies);
      const pulled = tidy(() => part.pullBack(layer, derivative).previous);
      derivative.dispose();
      const data = (await pulled.data()) as Float32Array;
      const columns = pulled.shape[1];
      pulled.dispose();
      for (let copy = 0; copy < copies && first + copy < walks.length * rows; copy++) {
        const [walk, row] = [Math.floor((first + copy) / rows), (first + copy) % rows];
        nodes.forEach((node, i) => {
          const at = (copy * nodes.length + i) * columns;
          keepRow(heard[walk], node, row, rows, data.subarray(at, at + columns));
        });
      }
    }
    const found = walks.flatMap((walk, parent) =>
      Array.from(heard[parent], ([node, matrix]) =>
        longer(walk, { node, parent, unlinked: !linked[parent].has(node), matrix }, rows),
      ),
    );
    const silent = walks.reduce(
      (sum, { node }, i) => sum + [...linked[i]].filter((other) => other !== node && !heard[i].has(other)).length,
      0,
    );
    return { found, silent };
  } finally {
    part.dispose();
  }
}

/** A number times the identity, written out; others are as they are. */
function laidOut(walk: Walk, columns: number): Walk {
  if (walk.columns > 1 || columns === 1) return walk;
  const matrix = new Float32Array(columns * columns);
  for (let c = 0; c < columns; c++) matrix[c * columns + c] = walk.matrix[0] / Math.sqrt(columns);
  return { ...walk, columns, matrix };
}

/** The rows of the walks' matrices from the `first` on, one a copy, each as the derivative by its node: (copies · nodes, C). */
function seeds(walks: Walk[], rows: number, nodes: Int32Array, first: number, copies: number): Tensor2D {
  const { columns } = walks[0];
  const data = new Float32Array(copies * nodes.length * columns);
  for (let copy = 0; copy < copies && first + copy < walks.length * rows; copy++) {
    const walk = walks[Math.floor((first + copy) / rows)];
    const row = ((first + copy) % rows) * columns;
    const at = copy * nodes.length + nodes.indexOf(walk.node);
    data.set(walk.matrix.subarray(row, row + columns), at * columns);
  }
  return tensor2d(data, [copies * nodes.length, columns]);
}

/** Enters a row of a node's matrix, which is there once it has a row that is not 0. */
function keepRow(
  heard: Map<number, Float32Array>,
  node: number,
  row: number,
  rows: number,
  values: Float32Array,
): void {
  if (values.every((value) => value === 0)) return;
  let matrix = heard.get(node);
  if (!matrix) {
    matrix = new Float32Array(rows * values.length);
    heard.set(node, matrix);
  }
  matrix.set(values, row * values.length);
}

function longer(walk: Walk, end: Pick<Walk, 'node' | 'parent' | 'unlinked' | 'matrix'>, rows: number): Walk {
  const norm = Math.sqrt(end.matrix.reduce((sum, value) => sum + value * value, 0));
  const influence = walk.influence * norm;
  return { ...end, influence, columns: end.matrix.length / rows, matrix: end.matrix.map((value) => value / norm) };
}
