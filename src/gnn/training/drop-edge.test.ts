import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjacencyOf } from '../../graph/adjacency';
import { arbitraryGraph } from '../../graph/arbitrary';
import { seededRandom } from '../../graph/random';
import { dropEdges } from './drop-edge';

describe('DropEdge', () => {
  it('keeps whole edges as they were, and every message in both directions or in none', () => {
    fc.assert(
      fc.property(arbitraryGraph(), fc.nat(), (graph, seed) => {
        const dropped = dropEdges(graph, 0.5, seededRandom(seed));
        const edgesOf = (g: typeof graph) =>
          Array.from({ length: g.edgeCount }, (_, e) => {
            const row = g.edgeFeatures;
            const features = row && [...row.data.subarray(e * row.columns, (e + 1) * row.columns)];
            return JSON.stringify([g.source[e], g.target[e], g.weight?.[e], g.relation?.[e], features]);
          });
        const left = edgesOf(graph);
        for (const edge of edgesOf(dropped)) {
          expect(left).toContain(edge);
          left.splice(left.indexOf(edge), 1);
        }
        const loops = dropped.source.filter((source, e) => source === dropped.target[e]).length;
        const arcs = graph.directed ? dropped.edgeCount : 2 * dropped.edgeCount - loops;
        expect(adjacencyOf(dropped).arcCount).toBe(arcs);
        expect(dropEdges(graph, 0, seededRandom(seed)).source).toEqual(graph.source);
        expect(dropEdges(graph, 1, seededRandom(seed)).edgeCount).toBe(0);
      }),
    );
  });
});
