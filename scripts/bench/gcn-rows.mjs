import { openPyG } from './pyg.mjs';
import { row } from './row.mjs';
import { byTurns } from './turns.mjs';

/** @typedef {import('./row.mjs').Row} Row */
/** @typedef {import('./turns.mjs').Summary} Summary */
/** @typedef {import('./pyg.mjs').PyG} PyG */
/** @typedef {import('./pyg.mjs').Side} Side */
/** @typedef {import('./pyg.mjs').Task} Task */
/** @typedef {import('./bench-site.mjs').Served} Served */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * What a task took: ours and, where PyG was found, the others.
 * @typedef {{ ours: Summary } & Partial<Record<Side, Summary>>} Times
 */

/**
 * @typedef {object} Comparison
 * @property {Task} task
 * @property {{ rounds: number, times: number }} effort
 * @property {{ pyg?: number, csr?: number }} atMost of the time of each; without `csr` there is no such contender
 */

/** @type {Comparison[]} */
const ON_CORA = [{ task: 'train', effort: { rounds: 4, times: 15 }, atMost: { pyg: 0.4 } }];
/** @type {Comparison[]} */
const ON_LARGE = [
  { task: 'forward', effort: { rounds: 3, times: 5 }, atMost: { pyg: 0.2, csr: 0.6 } },
  { task: 'train', effort: { rounds: 3, times: 3 }, atMost: { pyg: 0.3 } },
];

/**
 * A two-layer GCN on WASM, on a small graph and on a large one.
 * @param {Page} page
 * @param {import('./bench-site.mjs').BenchSite} site
 * @param {PyG} pyg
 * @returns {Promise<Row[]>}
 */
export async function trainingRows(page, { cora, large }, pyg) {
  return [...(await gcnRows(page, pyg, cora, 'wasm', ON_CORA)), ...(await gcnRows(page, pyg, large, 'wasm', ON_LARGE))];
}

const BACKENDS = { wasm: 'WASM', webgpu: 'WebGPU' };
const TASKS = { forward: 'two GCN layers forward', train: 'training step of two GCN layers' };
/** Largest relative difference between the losses of the first steps, which are computed in float32 on both sides. */
const SAME_LOSS = 1e-3;

/**
 * A two-layer GCN on one backend, by turns with PyG and with sparse CSR in torch where they are there.
 * @param {Page} page
 * @param {PyG} pyg
 * @param {Served} workload
 * @param {'wasm' | 'webgpu'} backend
 * @param {Comparison[]} comparisons
 * @returns {Promise<Row[]>}
 */
export async function gcnRows(page, pyg, { shape, folder, address }, backend, comparisons) {
  const gcn = await page.evaluateHandle(
    ([address, backend]) => {
      if (!globalThis.bench) throw new Error('the benchmark page is not there');
      return globalThis.bench.gcn(address, backend);
    },
    /** @type {const} */ ([address, backend]),
  );
  const python = 'missing' in pyg ? null : await openPyG(pyg.python, folder);
  try {
    const rows = [];
    for (const { task, effort, atMost } of comparisons) {
      /** @type {Record<string, import('./turns.mjs').Contender>} */
      const contenders = {
        ours: (times) => gcn.evaluate((gcn, [task, times]) => gcn[task](times), /** @type {const} */ ([task, times])),
      };
      if (python) for (const side of sidesOf(atMost)) contenders[side] = (times) => python.time(side, task, times);
      const times = /** @type {Times} */ (await byTurns(contenders, effort));
      if (task === 'train') checkLosses(times, effort.times + 1);
      const missing = 'missing' in pyg ? pyg.missing : null;
      rows.push(...taskRows({ task, atMost }, { shape, where: BACKENDS[backend] }, times, missing));
    }
    return rows;
  } finally {
    python?.close();
    await gcn.evaluate((gcn) => gcn.dispose());
  }
}

/** @param {Comparison['atMost']} atMost @returns {Side[]} */
const sidesOf = ({ csr }) => (csr === undefined ? ['uncached', 'cached'] : ['uncached', 'cached', 'csr']);

/**
 * All contenders started from the same parameters, so their first losses are the same, or they did not do the same work.
 * @param {Times} times
 * @param {number} steps
 */
export function checkLosses({ ours, ...others }, steps) {
  for (const [side, { results }] of Object.entries(others)) {
    for (let step = 0; step < steps; step++) {
      const [own, other] = [Number(ours.results[step]), Number(results[step])];
      if (!(Math.abs(own - other) <= SAME_LOSS * Math.abs(other))) {
        throw new Error(`step ${step + 1} of training has loss ${own} here and ${other} in PyTorch (${side})`);
      }
    }
  }
}

const least = (/** @type {Summary} */ { least }) => `least ${Number(least.toPrecision(3)).toLocaleString('en-US')} ms`;

/**
 * @param {Pick<Comparison, 'task' | 'atMost'>} comparison
 * @param {{ shape: import('./workload.mjs').Shape, where: string }} setting
 * @param {Times} times
 * @param {string | null} missing why there is no PyG
 * @returns {Row[]}
 */
export function taskRows({ task, atMost }, { shape, where }, { ours, uncached, cached, csr }, missing) {
  const { name, nodes, entries, inputs, hidden, classes } = shape;
  const what = TASKS[task];
  const size = [nodes, entries].map((n) => n.toLocaleString('en-US')).join(' × ');
  const work = `${inputs} → ${hidden} → ${classes}${task === 'train' ? '; loss over all nodes, gradients, Adam' : ''}`;
  const own = `${name}, ${size}, ${work}; normalised once a graph; ${least(ours)}`;
  const rows = [row(`${what} on ${where}`, ours.median, 'ms', { note: own })];
  const enter = (/** @type {string} */ side, /** @type {Summary | undefined} */ taken, /** @type {string} */ note) => {
    if (taken) rows.push(row(`the same in ${side}`, taken.median, 'ms', { note: `${note}; ${least(taken)}` }));
  };
  enter('PyG', uncached, 'on the CPU, normalised in every pass, as is its default');
  enter('PyG, cached', cached, 'on the CPU, normalised once');
  enter('torch', csr, 'on the CPU, the normalised adjacency as sparse CSR, its gradient by hand');

  const ratioTo = (/** @type {Summary | undefined} */ other) => (other ? ours.median / other.median : null);
  const toCached = `PyG’s default; to PyG cached ${ratioTo(cached)?.toPrecision(3)} ×`;
  rows.push(row(`${what}: ${where} to PyG`, ratioTo(uncached), '×', { atMost: atMost.pyg, note: missing ?? toCached }));
  if (atMost.csr !== undefined) {
    const note = missing ?? undefined;
    rows.push(row(`${what}: ${where} to CSR in torch`, ratioTo(csr), '×', { atMost: atMost.csr, note }));
  }
  return rows;
}
