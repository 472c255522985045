import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { splitNodes } from './split';

const graphOf = (labels: (number | null)[], classes = ['a', 'b', 'c']) =>
  graphFromPlain({ nodes: labels.length, edges: [], labels, classes });
const sixty = graphOf(Array.from({ length: 60 }, (_, v) => (v % 10 === 9 ? null : v % 3)));
const fraction = { kind: 'fraction', train: 0.6, validation: 0.2, seed: 1 } as const;

describe('split', () => {
  it('takes each labelled node once, at any fraction and seed, and one of every class to learn from', () => {
    const labels = fc.array(fc.option(fc.nat(2)), { minLength: 1, maxLength: 40 });
    const share = fc.double({ min: 0, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(labels, share, share, fc.nat(), (given, train, validation, seed) => {
        fc.pre(given.some((label) => label !== null));
        const graph = graphOf(given);
        const split = splitNodes(graph, { kind: 'fraction', train, validation, seed });
        const all = [...split.train, ...split.validation, ...split.test].sort((a, b) => a - b);
        expect(all).toEqual(given.flatMap((label, node) => (label === null ? [] : [node])));
        const learned = new Set([...split.train].map((node) => given[node]));
        expect(learned).toEqual(new Set(given.filter((label) => label !== null)));
      }),
    );
  });

  it('divides every class alike', () => {
    const { train, validation, test } = splitNodes(sixty, fraction);
    expect([train.length, validation.length, test.length]).toEqual([33, 12, 9]);
    for (const label of [0, 1, 2]) expect(train.filter((node) => sixty.labels?.[node] === label)).toHaveLength(11);
  });

  it('takes so many of each class, and the others from what is left', () => {
    const split = splitNodes(sixty, { kind: 'perClass', train: 4, validation: 10, test: 20, seed: 3 });
    for (const label of [0, 1, 2]) expect(split.train.filter((node) => sixty.labels?.[node] === label)).toHaveLength(4);
    expect([split.validation.length, split.test.length]).toEqual([10, 20]);
    expect(new Set([...split.train, ...split.validation, ...split.test]).size).toBe(42);
    expect([...split.test]).toEqual([...split.test].sort((a, b) => a - b));
  });

  it('is the same for the same seed, and another for another', () => {
    expect(splitNodes(sixty, fraction)).toEqual(splitNodes(sixty, fraction));
    expect(splitNodes(sixty, fraction)).not.toEqual(splitNodes(sixty, { ...fraction, seed: 2 }));
  });

  it('keeps the split of the graph, without nodes that have no class', () => {
    const split = { train: [0, 9], validation: [1], test: [2, 3] };
    const graph = graphFromPlain({ nodes: 10, edges: [], labels: [0, 1, 0, 1, 0, 1, 0, 1, 0, null], split });
    expect(splitNodes(graph, { kind: 'given' })).toEqual({
      train: Int32Array.of(0),
      validation: Int32Array.of(1),
      test: Int32Array.of(2, 3),
    });
  });

  it('says what is missing', () => {
    const bare = graphFromPlain({ nodes: 3, edges: [] });
    expect(() => splitNodes(bare, { kind: 'given' })).toThrow('has no classes to learn');
    expect(() => splitNodes(sixty, { kind: 'given' })).toThrow('comes without a split');
    const greedy = { kind: 'perClass', train: 19, validation: 1, test: 1, seed: 0 } as const;
    expect(() => splitNodes(sixty, greedy)).toThrow('19 training nodes a class, but "a" has 18. Take fewer');
    expect(() => splitNodes(sixty, { ...greedy, train: 18 })).toThrow('but 0 labelled nodes are left after training');
  });
});
