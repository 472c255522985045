/** @typedef {import('./plan').Plan} Plan */
/** @typedef {import('./run.mjs').RunResult} RunResult */
/** @typedef {import('./open.mjs').Heap} Heap */
/** @typedef {import('../../src/engine/protocol').EngineMemory} EngineMemory */

/** @typedef {{ runs: number, epochs: number, diverged: number, refused: number, milliseconds: number }} Line of one convolution */

/**
 * Counts runs and says in the end what came of them.
 * @param {{ backend: string, combinations: number, now?: () => number }} options
 */
export function createTally({ backend, combinations, now = () => performance.now() }) {
  /** @type {Map<string, Line>} */
  const lines = new Map();
  /** @type {Map<string, number>} */
  const refusals = new Map();
  /** @type {Map<string, number>} */
  const divergences = new Map();
  /** @type {{ seed: number, first: string }[]} */
  const failed = [];
  const tried = new Set();
  const started = now();
  /** @type {{ memory: EngineMemory, heap: Heap } | null} */
  let before = null;
  /** @type {EngineMemory | null} */
  let memory = null;
  /** @type {Heap | null} */
  let heap = null;

  return {
    failed: () => failed.length,

    begin(/** @type {EngineMemory} */ first, /** @type {Heap} */ firstHeap) {
      before = { memory: first, heap: firstHeap };
    },

    /** @type {(plan: Plan, result: RunResult) => string} what to print of it. */
    add(plan, result) {
      const { conv, norm, residual } = plan.combination;
      const line = lines.get(conv) ?? { runs: 0, epochs: 0, diverged: 0, refused: 0, milliseconds: 0 };
      lines.set(conv, {
        runs: line.runs + 1,
        epochs: line.epochs + result.epochs,
        diverged: line.diverged + (result.divergences.length > 0 ? 1 : 0),
        refused: line.refused + result.refusals.length,
        milliseconds: line.milliseconds + result.milliseconds,
      });
      if (result.epochs > 0) tried.add(`${conv} ${norm} ${residual}`);
      for (const reason of result.refusals) count(refusals, withoutFigures(reason));
      for (const reason of result.divergences) count(divergences, withoutFigures(reason));
      memory = result.memory ?? memory;
      if (result.failures.length > 0) failed.push({ seed: plan.seed, first: result.failures[0] });
      return lineOf(plan, result, backend);
    },

    end(/** @type {Heap} */ lastHeap) {
      heap = lastHeap;
    },

    report() {
      const all = [...lines.values()];
      const sum = (/** @type {keyof Line} */ key) => all.reduce((total, line) => total + line[key], 0);
      const seconds = (now() - started) / 1000;
      const blocks = [
        table(
          ['convolution', 'runs', 'epochs', 'diverged', 'refusals', 'ms a run'],
          [...lines]
            .map(([conv, line]) => [conv, line.runs, line.epochs, line.diverged, line.refused, mean(line)])
            .concat([['all', sum('runs'), sum('epochs'), sum('diverged'), sum('refused'), mean(total(all))]]),
        ),
        table(['refused, and then done as the message says', 'times'], byCount(refusals)),
        table(['numbers left their range, and the app said so', 'times'], byCount(divergences)),
        before && memory && heap
          ? table(
              ['held', 'before the first run', 'after the last'],
              [
                ['tensors', before.memory.tensors, memory.tensors],
                ['bytes on the device', before.memory.bytes, memory.bytes],
                ['bytes of the page’s heap', before.heap.bytes, heap.bytes],
                ['elements', before.heap.elements, heap.elements],
                ['listeners', before.heap.listeners, heap.listeners],
              ],
            )
          : '',
        `${sum('runs')} runs on ${backend} in ${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s; ` +
          `${tried.size} of ${combinations} combinations of convolution, norm and residual trained; ${failed.length} failed`,
        ...failed.map(({ seed, first }) => `  ${first}\n    ${repeat(seed, backend)}`),
      ];
      return blocks.filter((block) => block !== '').join('\n\n');
    },
  };
}

/** @type {(plan: Plan, result: RunResult, backend: string) => string} */
function lineOf({ seed, combination, recipe, graph, panel }, result, backend) {
  const { conv, norm, residual } = combination;
  const nodes = typeof graph.nodes === 'number' ? graph.nodes : graph.nodes.length;
  const words = [
    `seed ${seed}`,
    `${conv}, norm ${norm}, residual ${residual}`,
    `${recipe.hops} hops × ${recipe.width}`,
    `${nodes} nodes, ${graph.edges.length} edges`,
    `${result.epochs} epochs${panel ? ' in the panel' : ''}`,
    ...(result.refusals.length > 0 ? [`${result.refusals.length} refused`] : []),
    `${Math.round(result.milliseconds)} ms`,
  ];
  const told = result.divergences.map((message) => `\n  diverged ${message}`).join('');
  const failures = result.failures.map((failure) => `\n  FAILED ${failure}`);
  if (failures.length === 0) return `${words.join(' · ')}${told}`;
  return `${words.join(' · ')}${told}${failures.join('')}\n  recipe ${JSON.stringify(recipe)}\n  ${repeat(seed, backend)}`;
}

/** @type {(seed: number, backend: string) => string} */
const repeat = (seed, backend) => `npm run soak -- --backend ${backend} --repeat ${seed}`;

/** Reasons that differ only in what was asked for are one. @param {string} reason */
export function withoutFigures(reason) {
  return reason
    .replace(/-?\d[\d,.]*\d|\d/g, 'N')
    .replace(/"[^"]*"/g, '"…"')
    .replace(/("…"(, | or | and )?)+/g, '"…"$2');
}

/** @type {(counts: Map<string, number>, key: string) => void} */
function count(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** @type {(counts: Map<string, number>) => (string | number)[][]} */
const byCount = (counts) => [...counts].sort(([, a], [, b]) => b - a);

/** @param {Line} line */
const mean = ({ runs, milliseconds }) => (runs > 0 ? Math.round(milliseconds / runs) : 0);

/** @param {Line[]} lines @returns {Line} */
function total(lines) {
  const sum = (/** @type {keyof Line} */ key) => lines.reduce((all, line) => all + line[key], 0);
  return { runs: sum('runs'), epochs: 0, diverged: 0, refused: 0, milliseconds: sum('milliseconds') };
}

/**
 * @param {string[]} headings
 * @param {(string | number)[][]} rows
 * @returns {string} '' without rows
 */
function table(headings, rows) {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell.toLocaleString('en') : cell)));
  const widths = headings.map((heading, i) => Math.max(heading.length, ...cells.map((row) => row[i].length)));
  const print = (/** @type {string[]} */ row) =>
    row
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd();
  return [print(headings), print(widths.map((width) => '─'.repeat(width))), ...cells.map(print)].join('\n');
}
