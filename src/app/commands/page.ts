import { BACKEND_NAMES } from '../../panels/names';
import { actions } from '../../store/actions';
import type { Command } from '../../store/command';
import { openDialog } from '../../store/page';
import { useStore } from '../../store/store';

/** The page itself. */
export const PAGE_COMMANDS: readonly Command[] = [
  {
    id: 'page.undo',
    title: 'Undo',
    group: 'Page',
    keys: ['Mod+Z'],
    controls: ['undo'],
    words: 'back',
    unavailable: ({ canUndo }) => (canUndo ? null : 'There is nothing to undo.'),
    run: actions.undo,
  },
  {
    id: 'page.redo',
    title: 'Redo',
    group: 'Page',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    controls: ['redo'],
    words: 'forward again',
    unavailable: ({ canRedo }) => (canRedo ? null : 'There is nothing to do again.'),
    run: actions.redo,
  },
  {
    id: 'page.cancel',
    title: 'Stop what is being computed',
    group: 'Page',
    words: 'cancel abort training loading',
    unavailable: ({ run, loading, training }) =>
      run || loading || training.live ? null : 'Nothing is being computed.',
    run: () => (useStore.getState().loading ? actions.cancelLoading() : actions.cancelRun()),
  },
  ...(['webgpu', 'wasm', 'cpu'] as const).map(
    (name): Command => ({
      id: `backend.${name}`,
      title: `Compute on ${BACKEND_NAMES[name]}`,
      group: 'Page',
      controls: ['backend', `backend-${name}`],
      words: 'backend engine graphics processor',
      unavailable: ({ backend }) => (backend?.name === name ? 'It is computed there now.' : null),
      run: () => actions.changeBackend(name),
    }),
  ),
  {
    id: 'page.dismiss',
    title: 'Dismiss all messages',
    group: 'Page',
    words: 'notices errors close',
    unavailable: ({ notices }) => (notices.length > 0 ? null : 'There are no messages.'),
    run() {
      for (const { id } of useStore.getState().notices) actions.dismissNotice(id);
    },
  },
  {
    id: 'page.palette',
    title: 'All commands',
    group: 'Page',
    keys: ['Mod+K'],
    everywhere: true,
    controls: ['palette'],
    words: 'palette search',
    unavailable: ({ page }) => (page.dialog === null ? null : 'Something else is open.'),
    run: () => openDialog('palette'),
  },
  {
    id: 'page.keys',
    title: 'All keys',
    group: 'Page',
    keys: ['?'],
    controls: ['keys'],
    words: 'shortcuts help',
    run: () => openDialog('keys'),
  },
];
