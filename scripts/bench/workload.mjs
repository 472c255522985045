import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coraLike } from './cora.mjs';
import { lcg } from './lcg.mjs';

/**
 * A GCN of two layers, the graph it runs on and the parameters it starts from: all that Hopscope and PyTorch are given, as
 * files that both read. An edge stands for both directions, none is a loop, none is there twice.
 * @typedef {object} Workload
 * @property {string} id also the name of its folder
 * @property {Shape} shape `shape.json`
 * @property {Record<string, Int32Array | Float32Array>} arrays `<name>.bin`, little-endian: `edges` (E, 2); `labels` (N); the
 *   features, `features` (N, inputs) or by sparse rows, `pointer`, `index` and `value`; each parameter, by its name in PyG
 */

/**
 * @typedef {object} Shape
 * @property {string} name of the graph
 * @property {number} nodes
 * @property {number} entries messages a layer sends: two an edge and one a node to itself
 * @property {number} inputs columns of the features
 * @property {number} hidden
 * @property {number} classes
 * @property {boolean} sparse whether the features are given by sparse rows
 */

const HIDDEN = 64;
const LARGE = { nodes: 100_000, edges: 500_000, inputs: 64, classes: 16 };
const CORA_CLASSES = 7;

/** Cora, or its like: bag-of-words rows, each made to sum to 1. @returns {Workload} */
export function coraWorkload() {
  const { name, nodes, edges, features } = coraLike();
  const pointer = new Int32Array(nodes + 1);
  features.indices.forEach((row, v) => {
    pointer[v + 1] = (pointer[v] ?? 0) + row.length;
  });
  const shape = { name, nodes, inputs: features.columns, classes: CORA_CLASSES, sparse: true };
  return workload('cora', shape, Int32Array.from(edges.flat()), {
    pointer,
    index: Int32Array.from(features.indices.flat()),
    value: Float32Array.from(features.indices.flatMap((row) => row.map(() => 1 / row.length))),
  });
}

/** A random graph, every pair of nodes as likely as any other. @returns {Workload} */
export function largeWorkload({ nodes, edges, inputs, classes } = LARGE) {
  const { uniform, below } = lcg(2);
  const ends = new Int32Array(2 * edges);
  /** @type {Set<number>} */
  const taken = new Set();
  while (taken.size < edges) {
    const [source, target] = [below(nodes), below(nodes)];
    const pair = Math.min(source, target) * nodes + Math.max(source, target);
    if (source === target || taken.has(pair)) continue;
    ends.set([source, target], 2 * taken.size);
    taken.add(pair);
  }
  const features = Float32Array.from({ length: nodes * inputs }, () => 2 * uniform() - 1);
  return workload('large', { name: 'random', nodes, inputs, classes, sparse: false }, ends, { features });
}

/**
 * @param {string} id
 * @param {Omit<Shape, 'hidden' | 'entries'>} shape
 * @param {Int32Array} edges
 * @param {Record<string, Int32Array | Float32Array>} features
 * @returns {Workload}
 */
function workload(id, shape, edges, features) {
  const { nodes, inputs, classes } = shape;
  const { uniform, below } = lcg(3);
  const glorot = (/** @type {number} */ rows, /** @type {number} */ columns) => {
    const bound = Math.sqrt(6 / (rows + columns));
    return Float32Array.from({ length: rows * columns }, () => bound * (2 * uniform() - 1));
  };
  return {
    id,
    shape: { ...shape, hidden: HIDDEN, entries: edges.length + nodes },
    arrays: {
      ...{ edges, ...features, labels: Int32Array.from({ length: nodes }, () => below(classes)) },
      'convs.0.lin.weight': glorot(HIDDEN, inputs),
      'convs.0.bias': new Float32Array(HIDDEN),
      'convs.1.lin.weight': glorot(classes, HIDDEN),
      'convs.1.bias': new Float32Array(classes),
    },
  };
}

/** @param {Workload} workload @param {string} parent @returns {string} the folder it is in. */
export function writeWorkload({ id, shape, arrays }, parent) {
  const folder = join(parent, id);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'shape.json'), JSON.stringify(shape));
  for (const [name, array] of Object.entries(arrays)) writeFileSync(join(folder, `${name}.bin`), array);
  return folder;
}
