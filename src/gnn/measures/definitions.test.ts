import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measureContext, measureHop } from './measure-hop';
import * as brute from './testing/brute-force';
import { anyCase, rowsOf, sparse } from './testing/embeddings';

/** Cases whose squares double precision holds, so that the definitions can be written down as they stand. */
const tame = anyCase.filter(({ embedding }) => embedding.columns > 0 && embedding.data.every((x) => Math.abs(x) < 1e3));

describe('every measure that is summed in another order than it is defined', () => {
  it('is what its definition says, dense and sparse', () => {
    fc.assert(
      fc.property(tame, ({ graph, embedding }) => {
        const rows = rowsOf(embedding);
        const hops = brute.hopsBetween(graph);
        const { plain, normalised } = brute.energies(graph, rows);
        const expected = {
          dirichlet: (2 * plain) / rows.length,
          dirichletRoot: Math.sqrt((2 * plain) / rows.length),
          dirichletNormalised: normalised,
          distanceToConstant: brute.distanceToConstant(rows),
          distanceToSubspace: brute.distanceToSubspace(graph, rows),
          rowDiff: brute.rowDiff(rows),
          colDiff: brute.colDiff(rows),
          zeroRows: rows.filter((row) => row.every((x) => x === 0)).length,
          ...(rows.length > 1 && { mad: brute.mad(rows, () => true) }),
          ...(graph.labels &&
            new Set(graph.labels.filter((label) => label >= 0)).size > 1 && {
              groupDistanceRatio: brute.groupDistanceRatio(rows, [...graph.labels]),
            }),
        };
        const far = hops.flat().some((hop) => hop >= 8 && Number.isFinite(hop));
        for (const matrix of [embedding, sparse(embedding)]) {
          const { row } = measureHop(matrix, measureContext(graph, 0), 0);
          for (const [key, value] of Object.entries(expected)) {
            const error = Math.abs((row[key] ?? Number.NaN) - value);
            expect(error, key).toBeLessThanOrEqual(1e-6 * Math.max(1e-3, Math.abs(value)));
          }
          if (!far) expect(row.madGap).toBeNull();
        }
      }),
      { numRuns: 300 },
    );
  });
});
