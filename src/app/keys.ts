import { actions } from '../store/actions';
import { attempt } from '../store/attempt';
import { lastHop } from '../store/stepping';
import { useStore } from '../store/store';

/** One thing a key does. The same list feeds the keyboard and the list of all keys. */
export interface KeyCommand {
  /** As shown, e.g. "←" or "Ctrl Z". */
  keys: string;
  does: string;
  matches(event: KeyboardEvent): boolean;
  run(): void;
}

/** What the keys need of the shell. */
export interface ShellCommands {
  findNode(): void;
  showKeys(): void;
}

export function keyCommands(shell: ShellCommands): KeyCommand[] {
  return [
    { keys: '→', does: 'Next hop', matches: plain('ArrowRight', false), run: () => actions.step(1) },
    { keys: '←', does: 'Previous hop', matches: plain('ArrowLeft', false), run: () => actions.step(-1) },
    { keys: 'Shift →', does: 'Next part of the hop: message, aggregate, update', matches: plain('ArrowRight', true), run: () => actions.stepWithin(1) },
    { keys: 'Shift ←', does: 'Previous part of the hop', matches: plain('ArrowLeft', true), run: () => actions.stepWithin(-1) },
    {
      keys: 'Space',
      does: 'Play or pause',
      matches: plain(' '),
      run: () => actions.setPlaying(!useStore.getState().playing),
    },
    { keys: 'Home', does: 'First hop', matches: plain('Home'), run: () => actions.goToHop(0) },
    { keys: 'End', does: 'Last hop', matches: plain('End'), run: () => actions.goToHop(lastHop(useStore.getState())) },
    { keys: 'M', does: 'Morph the graph into its embedding, or back', matches: plain('m'), run: actions.toggleMorph },
    { keys: '/', does: 'Find a node', matches: plain('/'), run: shell.findNode },
    {
      keys: 'Esc',
      does: 'Let go of the selection, then of the node',
      matches: plain('Escape'),
      run: () => (useStore.getState().selection ? actions.select(null) : actions.setFocus(null)),
    },
    {
      keys: 'Ctrl Z',
      does: 'Undo',
      matches: (event) => withCommand(event, 'z') && !event.shiftKey,
      run: () => void attempt('Undo failed', actions.undo),
    },
    {
      keys: 'Ctrl Shift Z',
      does: 'Redo',
      matches: (event) => (withCommand(event, 'z') && event.shiftKey) || withCommand(event, 'y'),
      run: () => void attempt('Redo failed', actions.redo),
    },
    { keys: '?', does: 'All keys', matches: plain('?'), run: shell.showKeys },
  ];
}

/** Listens on the whole page, but leaves keys alone where they are typed or move a control. @returns how to stop. */
export function listenToKeys(commands: KeyCommand[]): () => void {
  const listener = (event: KeyboardEvent) => {
    if (event.defaultPrevented || takesKeys(event.target, event)) return;
    const command = commands.find((each) => each.matches(event));
    if (!command) return;
    event.preventDefault();
    command.run();
  };
  addEventListener('keydown', listener);
  return () => removeEventListener('keydown', listener);
}

/** @param shift whether Shift must be held or must not; either way when left out. */
function plain(key: string, shift?: boolean): (event: KeyboardEvent) => boolean {
  return (event) =>
    event.key === key &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    (shift === undefined || event.shiftKey === shift);
}


function withCommand(event: KeyboardEvent, letter: string): boolean {
  return (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === letter;
}

/** Text fields keep all keys; buttons keep Space; sliders, menus and radio groups keep the arrows; open dialogs keep all. */
function takesKeys(target: EventTarget | null, event: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog[open], [popover]:popover-open')) return true;
  if (
    target.closest(
      'input:not([type=range]):not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]',
    )
  ) {
    return true;
  }
  if (event.key === ' ') return target.closest('button, a, summary, [role=radio], input') !== null;
  const moves = ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key);
  return moves && target.closest('input, [role=radiogroup], [role=slider], [role=listbox], [role=menu]') !== null;
}
