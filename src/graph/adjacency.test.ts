import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from './adjacency';
import { arbitraryGraph } from './arbitrary';
import { graphFromPlain } from './from-plain';
import type { Graph } from './graph';

/** (N, N) how many arcs run from each source (column) to each target (row), and the arcs listed edge by edge. */
function denseArcs(graph: Graph): { count: number[][]; arcs: { from: number; to: number; edge: number }[] } {
  const count = Array.from({ length: graph.nodeCount }, () => new Array<number>(graph.nodeCount).fill(0));
  const arcs: { from: number; to: number; edge: number }[] = [];
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const [a, b] = [graph.source[edge], graph.target[edge]];
    arcs.push({ from: a, to: b, edge });
    if (!graph.directed && a !== b) arcs.push({ from: b, to: a, edge });
  }
  for (const { from, to } of arcs) count[to][from]++;
  return { count, arcs };
}

describe('adjacencyOf', () => {
  it('agrees with a dense matrix on every graph', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        const { nodeCount, arcCount, pointer, source, outPointer, outTarget } = adjacencyOf(graph);
        const byTarget = Array.from({ length: nodeCount }, () => new Array<number>(nodeCount).fill(0));
        const bySource = byTarget.map((row) => [...row]);
        for (let v = 0; v < nodeCount; v++) {
          for (let arc = pointer[v]; arc < pointer[v + 1]; arc++) byTarget[v][source[arc]]++;
          for (let slot = outPointer[v]; slot < outPointer[v + 1]; slot++) bySource[outTarget[slot]][v]++;
        }
        const { count, arcs } = denseArcs(graph);
        expect(byTarget).toEqual(count);
        expect(bySource).toEqual(count);
        expect(arcCount).toBe(arcs.length);
      }),
    );
  });

  it('keeps the order of the edges within a row, and knows each arc by its edge', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        const { pointer, source, edge } = adjacencyOf(graph);
        const rows = Array.from({ length: graph.nodeCount }, (_, v) =>
          denseArcs(graph).arcs.filter(({ to }) => to === v),
        );
        for (const [v, row] of rows.entries()) {
          expect([...source.subarray(pointer[v], pointer[v + 1])]).toEqual(row.map(({ from }) => from));
          expect([...edge.subarray(pointer[v], pointer[v + 1])]).toEqual(row.map((arc) => arc.edge));
        }
      }),
    );
  });

  it('numbers the arcs alike in both orders', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        const { nodeCount, arcCount, pointer, source, outPointer, outTarget, outArc } = adjacencyOf(graph);
        expect([...outArc].sort((a, b) => a - b)).toEqual(Array.from({ length: arcCount }, (_, arc) => arc));
        for (let u = 0; u < nodeCount; u++) {
          for (let slot = outPointer[u]; slot < outPointer[u + 1]; slot++) {
            const v = outTarget[slot];
            expect(source[outArc[slot]]).toBe(u);
            expect(outArc[slot]).toBeGreaterThanOrEqual(pointer[v]);
            expect(outArc[slot]).toBeLessThan(pointer[v + 1]);
          }
        }
      }),
    );
  });

  it('gives an undirected edge two arcs and a self-loop one, and keeps duplicates', () => {
    const edges: [number, number][] = [
      [0, 1],
      [1, 1],
      [1, 0],
    ];
    const undirected = adjacencyOf(graphFromPlain({ nodes: 3, edges }));
    expect([...undirected.pointer]).toEqual([0, 2, 5, 5]);
    expect([...undirected.source]).toEqual([1, 1, 0, 1, 0]);
    expect([...undirected.edge]).toEqual([0, 2, 0, 1, 2]);
    const directed = adjacencyOf(graphFromPlain({ nodes: 3, edges, directed: true }));
    expect([...directed.pointer]).toEqual([0, 1, 3, 3]);
    expect([...directed.source]).toEqual([1, 0, 1]);
  });

  it('is built once a graph', () => {
    const graph = graphFromPlain({ nodes: 2, edges: [[0, 1]] });
    expect(adjacencyOf(graph)).toBe(adjacencyOf(graph));
  });
});
