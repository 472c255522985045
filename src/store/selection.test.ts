import { beforeEach, describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { select, selectShown, setHovered } from './selection';
import { useStore } from './store';
import { setFilter } from './view';

const empty = useStore.getState();

beforeEach(() => {
  const graph = graphFromPlain({
    nodes: [
      { id: 'a', class: 'x' },
      { id: 'b', class: 'y' },
      { id: 'c', class: 'y' },
    ],
    edges: [['a', 'b']],
  });
  useStore.setState({ ...empty, graph }, true);
});

const selected = () => {
  const { selection } = useStore.getState();
  return selection && [...selection];
};

describe('a selection', () => {
  it('is of nodes, each once, in order, until it is let go', () => {
    select([2, 0, 2]);
    expect(selected()).toEqual([0, 2]);
    select(null);
    expect(selected()).toBeNull();
    select([]);
    expect(selected()).toBeNull();
    expect(() => select([3])).toThrow(/no node 3/);
  });

  it('leaves out what the filter holds back', () => {
    setFilter([{ field: 'class', is: ['y'] }]);
    select([0, 1]);
    expect(selected()).toEqual([1]);
    selectShown();
    expect(selected()).toEqual([1, 2]);
  });
});

it('only who hovers over a node can let it go', () => {
  setHovered(1, 'graph');
  setHovered(null, 'embedding');
  expect(useStore.getState().hovered).toEqual({ node: 1, by: 'graph' });
  setHovered(null, 'graph');
  expect(useStore.getState().hovered).toBeNull();
});
