import { describe, expect, test, vi } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import type { Command } from '../../store/command';
import { useStore } from '../../store/store';
import { entriesFor } from './entries';

const commands: Command[] = [
  { id: 'step.next', title: 'Next hop', group: 'Step', keys: ['ArrowRight'], run: vi.fn() },
  { id: 'page.undo', title: 'Undo', group: 'Page', unavailable: () => 'There is nothing to undo.', run: vi.fn() },
];
const graph = graphFromPlain({
  nodes: [{ id: 'a7', label: 'Anna' }, { id: 'b', label: 'Bert', class: 'x' }, { id: '7' }],
  edges: [['a7', 'b']],
});
const onNode = vi.fn();

const ask = (query: string) =>
  entriesFor(query, { commands, capsOf: ({ keys }) => keys ?? [], state: { ...useStore.getState(), graph }, onNode });

describe('the palette answers', () => {
  test('nothing typed with all commands in their order, and no nodes', () => {
    expect(ask(' ').map(({ id }) => id)).toEqual(['step.next', 'page.undo']);
    expect(ask('')[1]).toMatchObject({ unavailable: 'There is nothing to undo.', marked: [] });
  });

  test('a number with the hop of that number first, as far as there are hops, and the nodes called so', () => {
    expect(ask('7').map(({ id }) => id)).toEqual(['step.to', 'node.2', 'node.0']);
    expect(ask('hop 7')[0]).toMatchObject({ title: 'Go to hop 7' });
    expect(ask('700').map(({ id }) => id)).toEqual([]);
  });

  test('a node’s name, alone or as the list words it, with that node', () => {
    for (const query of ['bert', 'node bert', 'Focus on Bert']) {
      expect(ask(query)).toMatchObject([{ id: 'node.1', title: 'Focus on Bert (b) · x' }]);
    }
    void ask('bert')[0].run();
    expect(onNode).toHaveBeenCalledWith(1);
  });
});
