import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lcg } from './lcg.mjs';

/**
 * @typedef {object} CoraLike
 * @property {string} name
 * @property {number} nodes
 * @property {[number, number][]} edges undirected, each once
 * @property {{ columns: number, indices: number[][] }} features binary
 */

const NODES = 2708;
const EDGES = 5278;
const COLUMNS = 1433;
const WORDS_A_NODE = 18;

/**
 * Cora where `HOPSCOPE_DATASETS` names a folder that holds it (`cora/edges.csv`, `cora/features_binary.csv`), else a
 * random graph of the same size: seeded, so that every run has the same one.
 * @returns {CoraLike}
 */
export function coraLike() {
  const folder = process.env.HOPSCOPE_DATASETS && resolve(process.env.HOPSCOPE_DATASETS, 'cora');
  return folder && existsSync(join(folder, 'edges.csv')) ? readCora(folder) : randomGraph();
}

/** @param {string} folder @returns {CoraLike} */
function readCora(folder) {
  const rows = (/** @type {string} */ file, /** @type {string} */ separator) =>
    readFileSync(join(folder, file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (line.trim() === '' ? [] : line.trim().split(separator).map(Number)));
  const indices = rows('features_binary.csv', ' ');
  const edges = rows('edges.csv', ',').map(
    ([source = 0, target = 0]) => /** @type {[number, number]} */ ([source, target]),
  );
  return { name: 'Cora', nodes: indices.length, edges, features: { columns: COLUMNS, indices } };
}

/** @returns {CoraLike} */
function randomGraph() {
  const { below } = lcg(1);
  /** @type {Map<number, [number, number]>} */
  const edges = new Map();
  while (edges.size < EDGES) {
    // The smaller of two draws: some nodes become hubs, as in a citation network.
    const source = Math.min(below(NODES), below(NODES));
    const target = below(NODES);
    if (source === target) continue;
    const [low, high] = source < target ? [source, target] : [target, source];
    edges.set(low * NODES + high, [low, high]);
  }
  const indices = Array.from({ length: NODES }, () => {
    const words = new Set(Array.from({ length: WORDS_A_NODE }, () => below(COLUMNS)));
    return [...words].sort((a, b) => a - b);
  });
  return {
    name: 'random, of the size of Cora',
    nodes: NODES,
    edges: [...edges.values()],
    features: { columns: COLUMNS, indices },
  };
}
