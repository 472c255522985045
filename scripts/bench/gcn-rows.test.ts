import { describe, expect, it } from 'vitest';
import { checkLosses, taskRows } from './gcn-rows.mjs';

const shape = { name: 'random', nodes: 1000, entries: 9000, inputs: 64, hidden: 64, classes: 16, sparse: false };
const setting = { shape, where: 'WASM' };
const took = (median: number) => ({ median, least: median - 1, results: [] });

describe('the rows of a task', () => {
  it('judge by the ratio to PyG as it is by default, with the one to PyG cached beside it', () => {
    const times = { ours: took(20), uncached: took(100), cached: took(80), csr: took(25) };
    const rows = taskRows({ task: 'forward', atMost: { pyg: 0.2, csr: 0.6 } }, setting, times, null);
    expect(rows.map(({ value }) => value)).toEqual([20, 100, 80, 25, 0.2, 0.8]);
    const [toPyG, toCsr] = rows.slice(-2);
    expect(toPyG).toMatchObject({ target: '≤ 0.2', ok: true, note: 'PyG’s default; to PyG cached 0.250 ×' });
    expect(toCsr).toMatchObject({ target: '≤ 0.6', ok: false });
  });

  it('say that PyG is not there, and that its targets are not measured', () => {
    const why = 'PyG not found: python3: No module named torch';
    const rows = taskRows({ task: 'train', atMost: { pyg: 0.3 } }, setting, { ours: took(20) }, why);
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ value: 20, note: expect.stringContaining('1,000 × 9,000, 64 → 64 → 16') });
    expect(rows[1]).toMatchObject({ value: null, target: '≤ 0.3', ok: false, note: why });
  });
});

describe('the losses of the first steps', () => {
  const losses = (...results: number[]) => ({ median: 1, least: 1, results });

  it('may differ by rounding, and later steps by more', () => {
    checkLosses({ ours: losses(2, 1.9, 1.8), uncached: losses(2.0001, 1.9001, 1.5) }, 2);
  });

  it('are refused where they show another computation, or were not read', () => {
    const other = { ours: losses(2, 1.9), cached: losses(2, 1.8) };
    expect(() => checkLosses(other, 2)).toThrow('step 2 of training has loss 1.9 here and 1.8 in PyTorch (cached)');
    expect(() => checkLosses({ ours: losses(2), csr: losses(2, 2) }, 2)).toThrow('NaN');
  });
});
