import { afterEach, describe, expect, it, vi } from 'vitest';
import { coraLike } from './cora.mjs';

afterEach(() => vi.unstubAllEnvs());

describe('the graph that stands in for Cora', () => {
  it('has its size, is the same every time, and has no loop and no edge twice', () => {
    vi.stubEnv('HOPSCOPE_DATASETS', '');
    const { nodes, edges, features } = coraLike();
    expect(edges.length * 2 + nodes).toBe(13264);
    expect(features.indices).toHaveLength(nodes);
    expect(Math.max(...features.indices.flat())).toBeLessThan(features.columns);
    expect(new Set(edges.map(String)).size).toBe(edges.length);
    expect(edges.every(([low, high]) => low < high && high < nodes)).toBe(true);
    expect(coraLike().edges).toEqual(edges);
  });

  it('is used when the folder named does not hold Cora', () => {
    vi.stubEnv('HOPSCOPE_DATASETS', '/nowhere');
    expect(coraLike().name).toMatch(/^random/);
  });
});
