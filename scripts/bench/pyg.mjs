import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../prepare.mjs';

/**
 * A Python with PyTorch Geometric, or why there is none.
 * @typedef {{ python: string, versions: string } | { missing: string }} PyG
 */

/** @typedef {'uncached' | 'cached' | 'csr'} Side what `scripts/pyg/bench.py` says of them */
/** @typedef {'forward' | 'train'} Task */
/** @typedef {{ milliseconds: number[], results: unknown[] }} Samples as timing.ts has them */

const THREADS = 2;
const ENVIRONMENT = { ...process.env, OMP_NUM_THREADS: String(THREADS) };
const VERSIONS = `
import platform, torch, torch_geometric
print(f"PyTorch Geometric {torch_geometric.__version__}, PyTorch {torch.__version__}, Python {platform.python_version()}")`;

/**
 * Asks `HOPSCOPE_PYTHON`, else `python3`, to import it.
 * @returns {Promise<PyG>}
 */
export function findPyG(python = process.env.HOPSCOPE_PYTHON || 'python3') {
  return new Promise((resolve) => {
    execFile(python, ['-c', VERSIONS], { env: ENVIRONMENT }, (error, stdout, stderr) => {
      if (!error) resolve({ python, versions: `${stdout.trim()}, ${THREADS} threads` });
      else resolve({ missing: `PyG not found: ${python}: ${stderr.trim().split('\n').at(-1) || error.message}` });
    });
  });
}

/**
 * Starts scripts/pyg/bench.py on a workload. It computes only while it is asked to.
 * @param {string} python
 * @param {string} folder of the workload
 */
export async function openPyG(python, folder) {
  const child = spawn(python, [join(ROOT, 'scripts', 'pyg', 'bench.py'), folder], {
    env: ENVIRONMENT,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await once(child, 'spawn');
  // One that has ended is noticed by its missing answer.
  child.stdin.on('error', () => {});
  return {
    /** @type {(side: Side, task: Task, times: number) => Promise<Samples>} */
    async time(side, task, times) {
      child.stdin.write(`${JSON.stringify({ side, task, times })}\n`);
      const { done, value } = await answers.next();
      if (done) throw new Error(`${python} ended before it answered: its message above says why`);
      return JSON.parse(value);
    },
    close() {
      child.stdin.end();
    },
  };
}
