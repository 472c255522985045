import { describe, expect, it } from 'vitest';
import { classColumnOf, classColumns, withClassesFrom } from './class-columns';
import { graphFromPlain } from './from-plain';

const people = graphFromPlain({
  nodes: Array.from({ length: 60 }, (_, v) => ({
    id: `p${v}`,
    class: v % 2 ? 'odd' : 'even',
    floor: v % 3,
    height: 1.5 + v / 100,
    email: `p${v}@example.org`,
    team: v === 0 ? null : ['red', 'blue'][v % 2],
    one: 'same',
  })),
  edges: [[0, 1]],
  split: { train: [0, 1], validation: [2], test: [3] },
});

describe('classes from a column', () => {
  it('offers columns of a few kinds, not names, measurements or constants', () => {
    expect(classColumns(people)).toEqual(['floor', 'team']);
  });

  it('takes the kinds in order, and leaves a node without a value unlabelled', () => {
    const graph = withClassesFrom(people, 'team');
    expect(graph.classes).toEqual(['blue', 'red']);
    expect([...(graph.labels ?? [])].slice(0, 4)).toEqual([-1, 0, 1, 0]);
    expect(graph.split).toBeNull();
    expect(classColumnOf(graph)).toBe('team');
    expect(withClassesFrom(people, 'floor').classes).toEqual(['0', '1', '2']);
  });

  it('keeps the classes there were, so that they can be chosen again', () => {
    const back = withClassesFrom(withClassesFrom(people, 'floor'), 'class');
    expect(back.classes).toEqual(people.classes);
    expect(back.labels).toEqual(people.labels);
  });

  it('says which columns there are when asked for another', () => {
    expect(() => withClassesFrom(people, 'email')).toThrow(
      '"email" has no classes; columns that have: "floor", "team"',
    );
    expect(() => withClassesFrom(people, '__proto__')).toThrow(/__proto__/);
  });

  it('knows that classes of the file itself are from no column', () => {
    expect(classColumnOf(people)).toBeNull();
    expect(classColumnOf({ ...people, labels: null, classes: [] })).toBeNull();
  });
});
