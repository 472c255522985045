import { describe, expect, it } from 'vitest';
import { type Condition, passing } from './filter';
import { graphFromPlain } from './from-plain';

const graph = graphFromPlain({
  nodes: [
    { id: 'a', class: 'x', age: 30 },
    { id: 'b', class: 'y', age: 40 },
    { id: 'c', class: 'y', age: 50 },
    { id: 'd' },
  ],
  edges: [
    ['a', 'b'],
    ['b', 'c'],
  ],
});
const shown = (...conditions: Condition[]) => [...passing(graph, conditions)];

describe('passing', () => {
  it('holds nobody back without a condition', () => expect(shown()).toEqual([1, 1, 1, 1]));

  it('keeps the categories that are named', () => {
    expect(shown({ field: 'class', is: ['y'] })).toEqual([0, 1, 1, 0]);
    expect(shown({ field: 'class', is: ['x', 'y'] })).toEqual([1, 1, 1, 0]);
    expect(shown({ field: 'class', is: [] })).toEqual([0, 0, 0, 0]);
    expect(shown({ field: 'component', is: ['component 2 (1)'] })).toEqual([0, 0, 0, 1]);
  });

  it('keeps numbers within the ends, both included', () => {
    expect(shown({ field: '@age', from: 40 })).toEqual([0, 1, 1, 0]);
    expect(shown({ field: '@age', from: 40, to: 40 })).toEqual([0, 1, 0, 0]);
    expect(shown({ field: 'degree', to: 1 })).toEqual([1, 0, 1, 1]);
  });

  it('asks that all conditions hold', () => {
    expect(shown({ field: 'class', is: ['y'] }, { field: 'degree', to: 1 })).toEqual([0, 0, 1, 0]);
  });

  it('leaves aside what this graph knows nothing of', () => {
    expect(shown({ field: '@height', from: 2 })).toEqual([1, 1, 1, 1]);
  });
});
