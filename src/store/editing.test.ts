import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Edit } from '../graph/edits/edit';
import { graphFromPlain } from '../graph/from-plain';
import { actions } from './actions';
import { currentSession } from './current-session';
import { forgetHistory } from './history';
import { useStore } from './store';

/** What the worker holds, and how often it was told. */
const there = vi.hoisted(() => ({ graphs: [] as unknown[], fails: false }));
vi.mock('./engine-link', () => ({
  engineWith: async (graph: { nodeCount: number }) => {
    there.graphs.push(graph);
    return {
      run: async ({ hops }: { hops: number }) => {
        if (there.fails) throw new Error('left the range');
        return { hops, nodeCount: graph.nodeCount, predictions: null, measures: [] };
      },
    };
  },
  engine: () => Promise.reject(new Error('not asked for here')),
  switchBackend: vi.fn(),
}));
const layouts = vi.hoisted(() => ({ started: 0 }));
vi.mock('../layout/client', async (original) => ({
  ...(await original<typeof import('../layout/client')>()),
  startLayout: ({ nodeCount }: { nodeCount: number }) => {
    layouts.started++;
    const positions = Float32Array.from({ length: 2 * nodeCount }, (_, i) => i);
    return { stop() {}, finished: Promise.resolve(positions) };
  },
}));
vi.mock('./own-graphs', () => {
  const kept = new Map<string, unknown>();
  return {
    rememberOwnGraph: async (name: string, graph: unknown) => {
      kept.set(name, graph);
      return { kind: 'own', name, key: name };
    },
    recallOwnGraph: async ({ key }: { key: string }) => kept.get(key),
  };
});

const initial = useStore.getState();
const path = {
  nodes: 4,
  edges: [
    [0, 1],
    [1, 2],
    [2, 3],
  ] as [number, number][],
};
const without: Edit = { do: 'remove-edge', from: '1', to: '2' };
const gone: Edit = { do: 'remove-node', node: '3' };

beforeEach(async () => {
  useStore.setState(initial, true);
  forgetHistory();
  there.fails = false;
  await actions.loadPlain(path);
  await Promise.resolve();
  layouts.started = 0;
});

describe('edits where a part of a large graph is shown', () => {
  const near = { method: 'ego', centre: '0', nodes: 3, seed: 1 } as const;
  const added: Edit = { do: 'add-node', node: 'new', to: ['0', '3'] };

  it('go along both ways, as far as what they name is there; undo brings all back', async () => {
    await actions.edit([without, added, gone]);
    const [before, { graph }] = [currentSession(), useStore.getState()];
    await actions.takeSample(near);
    expect(currentSession().lanes[0].dataset).toMatchObject({ sample: near, edits: [without] });
    expect(useStore.getState().graph).toMatchObject({ ids: ['0', '1', '2'], edgeCount: 1 });
    expect(useStore.getState().notices).toMatchObject([
      {
        title: '2 edits are not carried over',
        detail:
          'They cannot be made in this part: with a new node “new” beside 0, 3; without node 3. Undo brings them back.',
      },
    ]);
    await actions.undo();
    expect(currentSession()).toEqual(before);
    expect(useStore.getState().graph).toEqual(graph);
  });

  it('made in the part are made in the whole', async () => {
    await actions.takeSample(near);
    await actions.edit([without]);
    await actions.takeWhole();
    expect(currentSession().lanes[0].dataset).toMatchObject({ edits: [without] });
    expect(useStore.getState().graph).toMatchObject({ nodeCount: 4, edgeCount: 2 });
    expect(useStore.getState().notices).toEqual([]);
    await actions.undo();
    expect(currentSession().lanes[0].dataset).toMatchObject({ sample: near, edits: [without] });
  });
});

describe('edits of the graph on screen', () => {
  it('leave the rest of the session as it is, and undo takes each back', async () => {
    actions.setFocus(1);
    actions.goToHop(2);
    const before = currentSession();
    const { graph, positions } = useStore.getState();
    await actions.edit([without]);
    await actions.edit([gone]);
    const [{ dataset, ...lane }] = currentSession().lanes;
    expect({ ...currentSession(), lanes: [lane] }).toEqual({ ...before, lanes: [{ recipe: before.lanes[0].recipe }] });
    expect(dataset.edits).toEqual([without, gone]);
    expect(useStore.getState().graph).toMatchObject({ nodeCount: 3, edgeCount: 1 });
    expect(useStore.getState().positions).toEqual(positions?.slice(0, 6));

    await actions.undo();
    expect(currentSession().lanes[0].dataset.edits).toEqual([without]);
    await actions.undo();
    expect(currentSession()).toEqual(before);
    expect(useStore.getState().graph).toBe(graph);
    expect(useStore.getState().positions).toEqual(positions);
    await actions.redo();
    expect(currentSession().lanes[0].dataset.edits).toEqual([without]);
    expect(layouts.started).toBe(0);
  });

  it('are taken back all at once', async () => {
    await actions.edit([without, gone]);
    await actions.unedit();
    expect(currentSession().lanes[0].dataset).not.toHaveProperty('edits');
    await actions.undo();
    expect(currentSession().lanes[0].dataset.edits).toEqual([without, gone]);
  });

  it('that cannot be made, or whose trace cannot be computed, change nothing', async () => {
    await actions.edit([without]);
    const [before, { graph, positions, trace }] = [currentSession(), useStore.getState()];
    const same = () => {
      expect(currentSession()).toEqual(before);
      expect(useStore.getState()).toMatchObject({ graph, positions, trace, run: null });
    };
    await expect(actions.edit([without])).rejects.toThrow(
      /edit 2 \(remove-edge\): there is no edge between "1" and "2"/,
    );
    same();
    await expect(actions.edit([{ do: 'remove-node' } as Edit])).rejects.toThrow(/edits\[1\]\.node is undefined/);
    same();
    there.fails = true;
    await expect(actions.edit([gone])).rejects.toThrow('left the range');
    same();
  });

  it('keep weights that fit, and lose the focus only with its node', async () => {
    useStore.setState({ recipe: { ...useStore.getState().recipe, weights: { kind: 'trained' } } });
    actions.setFocus(3);
    await actions.edit([without]);
    expect(currentSession()).toMatchObject({ focus: '3', lanes: [{ recipe: { weights: { kind: 'trained' } } }] });
    await actions.edit([gone]);
    expect(currentSession()).toMatchObject({ focus: null, lanes: [{ recipe: { weights: { kind: 'trained' } } }] });
    expect(useStore.getState().notices).toEqual([]);
  });

  it('put a new node beside its neighbour', async () => {
    await actions.edit([{ do: 'add-node', node: 'new', to: ['0'] }]);
    const { graph, positions } = useStore.getState();
    expect(graph?.ids).toEqual(['0', '1', '2', '3', 'new']);
    expect(positions).toHaveLength(10);
    expect(graphFromPlain(path).ids).toHaveLength(4);
  });
});
