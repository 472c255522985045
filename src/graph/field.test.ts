import { describe, expect, it } from 'vitest';
import { fieldNames, fieldOf, fieldTitle } from './field';
import { graphFromPlain } from './from-plain';

const graph = graphFromPlain({
  nodes: [
    { id: 'a', class: 'x', age: 30, town: 'Rome', open: true, degree: 'odd name' },
    { id: 'b', class: 'y', age: null, town: 'Oslo', open: false },
    { id: 'c', age: 50, town: 'Oslo', open: true },
    { id: 'd', age: 40, town: '', open: true },
  ],
  edges: [
    ['b', 'c'],
    ['c', 'd'],
  ],
});

describe('the fields of a graph', () => {
  it('are its own figures, then its attributes', () => {
    expect(fieldNames(graph)).toEqual(['class', 'degree', 'component', '@age', '@town', '@open', '@degree']);
    expect(['degree', '@degree'].map((name) => fieldTitle(name as '@degree'))).toEqual(['Degree', 'degree']);
    expect(fieldNames(graphFromPlain({ nodes: 2, edges: [[0, 1]] }))).toEqual(['degree']);
    expect(fieldOf(graph, '@height')).toBeNull();
  });

  it('are numbers where all that is known is numbers, with the range of what is known', () => {
    expect(fieldOf(graph, '@age')).toMatchObject({ kind: 'numbers', least: 30, most: 50 });
    const age = fieldOf(graph, '@age');
    expect(age?.kind === 'numbers' && [...age.values]).toEqual([30, Number.NaN, 50, 40]);
    expect(fieldOf(graph, 'degree')).toMatchObject({ values: Float64Array.of(0, 1, 2, 1), least: 0, most: 2 });
  });

  it('are categories otherwise, the most frequent first', () => {
    expect(fieldOf(graph, '@town')).toEqual({
      kind: 'categories',
      of: Int32Array.of(1, 0, 0, -1),
      names: ['Oslo', 'Rome'],
    });
    expect(fieldOf(graph, '@open')).toMatchObject({ names: ['true', 'false'] });
  });

  it('number the components from the largest', () => {
    expect(fieldOf(graph, 'component')).toEqual({
      kind: 'categories',
      of: Int32Array.of(1, 0, 0, 0),
      names: ['component 1 (3)', 'component 2 (1)'],
    });
  });
});
