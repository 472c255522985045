import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { coraWorkload, largeWorkload, writeWorkload } from './workload.mjs';

const SIZE = { nodes: 50, edges: 200, inputs: 3, classes: 4 };

afterEach(() => vi.unstubAllEnvs());

describe('a random workload', () => {
  it('is the same every time and has the size asked for, without loops or an edge twice', () => {
    const { shape, arrays } = largeWorkload(SIZE);
    expect(shape).toMatchObject({ nodes: 50, entries: 450, inputs: 3, hidden: 64, classes: 4, sparse: false });
    const pairs = Array.from({ length: 200 }, (_, e) =>
      [...arrays.edges.slice(2 * e, 2 * e + 2)].sort((a, b) => a - b),
    );
    expect(new Set(pairs.map(String)).size).toBe(200);
    expect(pairs.every(([low, high]) => low >= 0 && low < high && high < 50)).toBe(true);
    expect(arrays.features).toHaveLength(150);
    expect(Math.max(...arrays.labels)).toBe(3);
    expect(arrays['convs.1.lin.weight']).toHaveLength(4 * 64);
    expect(largeWorkload(SIZE)).toEqual({ id: 'large', shape, arrays });
  });

  it('is in its files as it was', () => {
    const parent = mkdtempSync(join(tmpdir(), 'hopscope-workload-'));
    const { id, shape, arrays } = largeWorkload(SIZE);
    const folder = writeWorkload({ id, shape, arrays }, parent);
    expect(JSON.parse(readFileSync(join(folder, 'shape.json'), 'utf8'))).toEqual(shape);
    const bytes = readFileSync(join(folder, 'features.bin'));
    expect(new Float32Array(new Uint8Array(bytes).buffer)).toEqual(arrays.features);
    rmSync(parent, { recursive: true });
  });
});

it('gives each row of the stand-in for Cora a sum of 1', () => {
  vi.stubEnv('HOPSCOPE_DATASETS', '');
  const { shape, arrays } = coraWorkload();
  expect(shape).toMatchObject({ nodes: 2708, entries: 13264, inputs: 1433, hidden: 64, classes: 7, sparse: true });
  expect(arrays.index).toHaveLength(arrays.pointer[2708]);
  const row = [...arrays.value.slice(arrays.pointer[5], arrays.pointer[6])];
  expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 6);
});
