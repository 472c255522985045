import { describe, expect, it } from 'vitest';
import { componentsOf } from '../../graph/components';
import { graphFromPlain } from '../../graph/from-plain';
import { seededRandom } from '../../graph/random';
import { classPairsOf, groupDistanceRatio } from './group-distance-ratio';
import { hopPairsOf, madGap } from './mad-gap';
import { measureContext, measureHop } from './measure-hop';
import { neighbourhoodOf } from './neighbourhood';
import { pairsOfRows } from './pair-strata';
import { rowDiff } from './row-diff';
import { rowDistance } from './row-distance';
import * as brute from './testing/brute-force';
import { dense, rowsOf } from './testing/embeddings';

/** A ring of 400 nodes with a few short cuts: more pairs than are looked at one by one, and far ones among them. */
const N = 400;
const random = seededRandom(8);
const labels = Array.from({ length: N }, (_, v) => (v % 50 === 0 ? -1 : Math.floor(v / 100)));
const graph = graphFromPlain({
  nodes: N,
  edges: [
    ...Array.from({ length: N }, (_, v): [number, number] => [v, (v + 1) % N]),
    ...Array.from({ length: 20 }, (): [number, number] => [random.below(N), random.below(N)]),
  ],
  labels: labels.map((label) => (label < 0 ? null : label)),
});
const embedding = dense(
  Array.from({ length: N }, (_, v) => [Math.sin(v / 40), Math.cos(v / 90), random.normal() * 0.3, v % 7 === 0 ? 1 : 0]),
);
const rows = rowsOf(embedding);
const distance = rowDistance(embedding);
const squares = Float64Array.from(rows, (row) => brute.dot(row, row));

describe('measures from a sample', () => {
  it('are within a few of their standard errors of the exact figure, over many draws', () => {
    const neighbourhood = neighbourhoodOf(graph);
    const components = componentsOf(graph);
    const hops = brute.hopsBetween(graph);
    const gap = brute.mad(rows, (i, j) => hops[i][j] >= 8) - brute.mad(rows, (i, j) => hops[i][j] <= 3);
    const [difference, ratio] = [brute.rowDiff(rows), brute.groupDistanceRatio(rows, labels)];
    const off: Record<'rowDiff' | 'groupDistanceRatio' | 'madGap', number[]> = {
      rowDiff: [],
      groupDistanceRatio: [],
      madGap: [],
    };
    for (let seed = 1; seed <= 20; seed++) {
      const draw = seededRandom(seed);
      const a = rowDiff(distance, N, pairsOfRows(N, draw));
      const classes = classPairsOf(Int32Array.from(labels), draw);
      const b = classes && groupDistanceRatio(distance, classes);
      const c = madGap(distance, squares, hopPairsOf(neighbourhood, components, draw));
      if (!b || !c) throw new Error('There are classes, and nodes 8 hops apart.');
      off.rowDiff.push((a.mean - difference) / a.error);
      off.groupDistanceRatio.push((b.mean - ratio) / b.error);
      off.madGap.push((c.mean - gap) / c.error);
      for (const { mean, error } of [a, b, c]) expect(error).toBeLessThan(0.15 * Math.abs(mean));
    }
    // In units of the stated error: neither far off nor overcautious by an order of magnitude.
    for (const [key, values] of Object.entries(off)) {
      const rootMeanSquare = Math.sqrt(values.reduce((sum, z) => sum + z * z, 0) / values.length);
      expect(rootMeanSquare, key).toBeLessThan(1.6);
      expect(rootMeanSquare, key).toBeGreaterThan(0.3);
    }
  });

  it('say so, with the error, and are the same every time', () => {
    const context = measureContext(graph, 0);
    const { row, notes } = measureHop(embedding, context, 0);
    for (const key of ['rowDiff', 'groupDistanceRatio', 'madGap']) {
      expect(notes[key]).toMatch(/drawn at random, standard error about [\d.e-]+$/);
    }
    expect(measureHop(embedding, measureContext({ ...graph }, 0), 0).row).toEqual(row);
    expect(Math.abs((row.rowDiff ?? 0) - brute.rowDiff(rows))).toBeLessThan(0.02);
  });

  it('say the standard error of the reach too', () => {
    const nodes = 4500;
    const large = graphFromPlain({
      nodes,
      edges: Array.from({ length: nodes }, (_, v): [number, number] => [v, random.below(nodes)]),
    });
    const zeros = dense(Array.from({ length: nodes }, () => [0]));
    const { row, notes } = measureHop(zeros, measureContext(large, 2), 2);
    const error = Number(
      /^estimated from 256 nodes drawn at random, standard error about ([\d.e-]+)$/.exec(notes.reach)?.[1],
    );
    expect(error).toBeGreaterThan(0);
    expect(error).toBeLessThan(0.1 * (row.reach ?? 0));
  });
});
