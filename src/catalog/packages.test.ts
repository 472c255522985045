import { beforeAll, describe, expect, it } from 'vitest';
import type { Graph, SparseMatrix } from '../graph/graph';
import { summarise } from '../graph/summary';
import { packageGraph } from './packages';

let graph: Graph;
beforeAll(async () => {
  graph = await packageGraph();
});

describe('the packages graph', () => {
  it('is what its README says', () => {
    expect(summarise(graph)).toMatchObject({
      nodes: 1701,
      edges: 6017,
      directed: false,
      selfLoops: 0,
      duplicates: 0,
      features: graph.featureNames?.length,
      classes: 10,
    });
    expect(summarise(graph).homophily).toBeCloseTo(0.679, 3);
  });

  it('has what everybody knows of such a machine', () => {
    const [scipy, python] = [graph.ids.indexOf('python3-scipy'), graph.ids.indexOf('python3')];
    const joined = Array.from(graph.source, (source, e) => [source, graph.target[e]]);
    expect(joined).toContainEqual([scipy, python]);
    expect(graph.classes[graph.labels?.[scipy] ?? -1]).toBe('python');
  });

  it('has no word that is the name of a section', () => {
    const words = new Set(graph.featureNames);
    for (const name of [
      'python',
      'perl',
      'library',
      'libraries',
      'java',
      'ruby',
      'javascript',
      'development',
      'xfce',
      'documentation',
    ]) {
      expect(words).not.toContain(name);
    }
    for (const name of graph.classes) expect(words).not.toContain(name);
  });

  it('has words that more than a few packages share and not nearly all', () => {
    const { index, columns } = graph.features as SparseMatrix;
    const count = new Int32Array(columns);
    for (const column of index) count[column]++;
    expect(Math.min(...count)).toBeGreaterThanOrEqual(8);
    expect(Math.max(...count)).toBeLessThanOrEqual(graph.nodeCount / 4);
  });

  it('has a split of 20 a class, 500 and 1,000, without overlap', () => {
    const { train, validation, test } = graph.split ?? expect.fail('no split');
    const perClass = new Int32Array(graph.classes.length);
    for (const node of train) perClass[graph.labels?.[node] ?? -1]++;
    expect([...perClass]).toEqual(graph.classes.map(() => 20));
    expect([validation.length, test.length]).toEqual([500, 1000]);
    expect(new Set([...train, ...validation, ...test]).size).toBe(1700);
  });
});
