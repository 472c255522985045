import { tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { useBackend } from '../testing/node';
import { fromPairs } from '../testing/patterns';
import { rowOfEntries, rowOfSegments, SEGMENT, segmentLevels } from './segments';
import { groupBy, pairOperand, type SparsePattern } from './sparse-operand';

const lengths = fc.array(fc.oneof(fc.nat(5), fc.nat(3 * SEGMENT), fc.constantFrom(SEGMENT, SEGMENT + 1)), {
  maxLength: 8,
});

describe('segment levels', () => {
  it('cut every row into runs of at most SEGMENT, each level summing the one before', () => {
    fc.assert(
      fc.property(lengths, (rowLengths) => {
        const pointer = Int32Array.from([0, ...rowLengths]);
        for (let r = 0; r < rowLengths.length; r++) pointer[r + 1] += pointer[r];
        const levels = segmentLevels(pointer);
        expect(levels.at(-1)).toHaveLength(rowLengths.length + 1);
        for (const level of levels) {
          for (let s = 1; s < level.length; s++) expect(level[s] - level[s - 1]).toBeLessThanOrEqual(SEGMENT);
        }
        // Walking down from a row to entries has to give the row's own entries.
        const bounds = (r: number) =>
          levels.reduceRight<[number, number]>(([a, b], level) => [level[a], level[b]], [r, r + 1]);
        rowLengths.forEach((_, r) => void expect(bounds(r)).toEqual([pointer[r], pointer[r + 1]]));
      }),
    );
  });

  it('know the row of every segment', () => {
    fc.assert(
      fc.property(lengths, (rowLengths) => {
        const pointer = Int32Array.from([0, ...rowLengths]);
        for (let r = 0; r < rowLengths.length; r++) pointer[r + 1] += pointer[r];
        const levels = segmentLevels(pointer);
        const row = rowOfSegments(levels);
        if (levels.length === 1) expect(row).toBeNull();
        else for (const [s, r] of row?.entries() ?? []) expect(levels[0][s]).toBeGreaterThanOrEqual(pointer[r]);
        if (row) expect([...row]).toEqual([...row].sort((a, b) => a - b));
        if (row) expect(new Set(row).size).toBe(rowLengths.length);
      }),
    );
  });

  it('need a third level beyond SEGMENT² entries', () => {
    expect(segmentLevels(Int32Array.of(0, SEGMENT))).toHaveLength(1);
    expect(segmentLevels(Int32Array.of(0, SEGMENT ** 2))).toHaveLength(2);
    expect(segmentLevels(Int32Array.of(0, SEGMENT ** 2 + 1))).toHaveLength(3);
  });
});

describe('transpose', () => {
  it('holds the same entries by column, in order, and twice transposed is the pattern itself', () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(6)), { maxLength: 30 });
    fc.assert(
      fc.property(pairs, (given) => {
        const pattern = fromPairs(5, 7, given);
        const { transposed, entry } = transpose(pattern);
        entry.forEach((from, to) => void expect(pattern.index[from]).toBe(columnOf(transposed.pointer, to)));
        const back = transpose(transposed).transposed;
        expect(back.pointer).toEqual(pattern.pointer);
        for (let r = 0; r < 5; r++) {
          const row = (index: Int32Array) => index.slice(pattern.pointer[r], pattern.pointer[r + 1]);
          expect(row(back.index)).toEqual(row(pattern.index).toSorted());
        }
      }),
    );
  });
});

function transpose({ rows, columns, pointer, index }: SparsePattern) {
  const { entry, ...rest } = groupBy(index, columns, rowOfEntries(pointer));
  return { transposed: { rows: columns, columns: rows, ...rest }, entry };
}

function columnOf(pointer: Int32Array, place: number): number {
  return pointer.findLastIndex((start) => start <= place);
}

describe('a matrix of pairs', () => {
  it('refuses pairs that are outside and lists that differ in length', () => {
    const make = (row: number[], column: number[]) => () =>
      pairOperand(3, 4, Int32Array.from(row), Int32Array.from(column));
    expect(make([0, 3], [0, 0])).toThrow('Pair 1, (3, 0), is outside a 3 × 4 matrix');
    expect(make([0, 1, 2], [0, 1, -1])).toThrow('Pair 2, (2, -1), is outside');
    expect(make([0], [])).toThrow('1 rows and 0 columns make no pairs');
  });

  it('keeps what a gradient laid out in the middle of a tidy', async () => {
    await useBackend('cpu');
    const matrix = pairOperand(2, 2, Int32Array.of(1, 0), Int32Array.of(0, 1));
    const first = tidy(() => matrix.backward().index);
    expect(matrix.backward().index).toBe(first);
    expect([...(await first.data())]).toEqual([1, 0]);
    matrix.dispose();
    expect(first.isDisposed).toBe(true);
  });
});
