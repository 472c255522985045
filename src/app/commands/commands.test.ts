import { afterEach, describe, expect, test, vi } from 'vitest';
import { perform } from '../../store/command';
import { useStore } from '../../store/store';
import { COMMANDS, commandCalled, menuCommands, offeredCommands } from './commands';

vi.mock('../../scene/handles', () => ({ sceneHandle: () => ({}) }));

const initial = useStore.getState();
afterEach(() => useStore.setState(initial, true));

describe('the commands', () => {
  test('have names of their own, and titles that are no others’', () => {
    for (const part of ['id', 'title'] as const) {
      const all = COMMANDS.map((command) => command[part]);
      expect(all.filter((each, i) => all.indexOf(each) !== i)).toEqual([]);
    }
  });

  test('share no key, but for Escape, which does the first that can be done', () => {
    const keys = COMMANDS.flatMap((command) => command.keys ?? []).filter((key) => key !== 'Escape');
    expect(keys.filter((each, i) => keys.indexOf(each) !== i)).toEqual([]);
  });

  test('say in a sentence why they cannot be done', () => {
    const reasons = COMMANDS.map((command) => command.unavailable?.(initial) ?? null).filter((each) => each !== null);
    expect(reasons.length).toBeGreaterThan(5);
    for (const reason of reasons) expect(reason).toMatch(/^\p{Lu}.*\.$|^(this|choose) /u);
  });

  test('do nothing when they cannot be done', async () => {
    const run = vi.fn();
    await perform({ ...commandCalled('page.undo'), run });
    expect(run).not.toHaveBeenCalled();
    useStore.setState({ canUndo: true });
    await perform({ ...commandCalled('page.undo'), run });
    expect(run).toHaveBeenCalledOnce();
  });

  test('tell the person when they fail', async () => {
    const run = () => Promise.reject(new Error('no room'));
    await perform({ ...commandCalled('view.theme'), run });
    expect(useStore.getState().notices).toMatchObject([{ kind: 'error', title: /Light or dark/, detail: 'no room' }]);
  });

  test('go with the controls they belong to', () => {
    const ids = (hidden: string[]) => offeredCommands(new Set(hidden)).map(({ id }) => id);
    expect(ids([])).toHaveLength(COMMANDS.length);
    expect(ids(['layer-gat'])).not.toContain('layer.gat');
    expect(ids(['layer-gat'])).toContain('layer.gcn');
    expect(ids(['layer']).filter((id) => id.startsWith('layer.'))).toEqual([]);
  });

  test('of the menu are all there', () => {
    expect(menuCommands(new Set()).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['page.undo', 'share.open', 'view.theme']),
    );
    expect(menuCommands(new Set(['theme'])).map(({ id }) => id)).not.toContain('view.theme');
  });
});
