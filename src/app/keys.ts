import { type Command, perform } from '../store/command';
import { useStore } from '../store/store';
import { typeAhead } from '../store/typed-ahead';

/**
 * Keys are written as "ArrowRight", "?", "P" or "Mod+Shift+Z": modifiers, then the `key` of the keyboard event. `Mod` is ⌘ or
 * Ctrl. Of a letter the case does not count; a sign that needs Shift on some keyboards is named without it.
 */
interface KeyPress extends Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'> {}

export function matchesKey(written: string, event: KeyPress): boolean {
  const { key, mod, shift } = parsed(written);
  if (event.altKey || mod !== (event.ctrlKey || event.metaKey)) return false;
  if (isSign(key)) return event.key === key;
  return event.key.toLowerCase() === key.toLowerCase() && event.shiftKey === shift;
}

/** The keys as a person reads them, e.g. ["Ctrl", "K"] or ["⌘", "K"]. */
export function keyCaps(written: string, apple = onApple()): string[] {
  const { key, mod, shift } = parsed(written);
  return [...(mod ? [apple ? '⌘' : 'Ctrl'] : []), ...(shift ? [apple ? '⇧' : 'Shift'] : []), CAPS[key] ?? key];
}

/** The keys of a command as a person reads them; none for one without. */
export function capsOf({ keys }: Command): string[] {
  return keys ? keyCaps(keys[0]) : [];
}

/**
 * Listens on the whole page, but leaves keys alone where they are typed or move a control. @param commands as they are at the
 * moment of the key. @returns how to stop.
 */
export function listenToKeys(commands: () => readonly Command[]): () => void {
  const listeners = new AbortController();
  const listen = (everywhere: boolean) => (event: KeyboardEvent) => {
    if (event.defaultPrevented || (!everywhere && takesKeys(event.target, event))) return;
    const { dialog } = useStore.getState().page;
    // Once it is there its field has the keys.
    if (!everywhere && dialog === 'palette' && !event.ctrlKey && !event.metaKey) typeAhead(event.key);
    const meant = commands().filter(
      (command) =>
        (command.everywhere ?? false) === everywhere &&
        (!command.onPage || event.target === document.body) &&
        command.keys?.some((key) => matchesKey(key, event)),
    );
    if (meant.length === 0) return;
    event.preventDefault();
    // What is open takes the keys, also while it is still being fetched.
    if (dialog !== null) return;
    const state = useStore.getState();
    const command = meant.find((each) => !each.unavailable?.(state));
    if (command) void perform(command);
  };
  // What works everywhere is heard before fields and popovers can keep it to themselves.
  addEventListener('keydown', listen(true), { capture: true, signal: listeners.signal });
  addEventListener('keydown', listen(false), { signal: listeners.signal });
  return () => listeners.abort();
}

const CAPS: Record<string, string> = {
  ...{ ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' },
  ...{ ' ': 'Space', Escape: 'Esc', Delete: 'Del' },
};

function parsed(written: string): { key: string; mod: boolean; shift: boolean } {
  const parts = written.split(/\+(?=.)/);
  return { key: parts.at(-1) ?? '', mod: parts.includes('Mod'), shift: parts.includes('Shift') };
}

/** One character that is no letter: whether it takes Shift depends on the keyboard. */
function isSign(key: string): boolean {
  return key.length === 1 && key !== ' ' && key.toLowerCase() === key.toUpperCase();
}

function onApple(): boolean {
  return /Mac|iPhone|iPad/.test(navigator.platform);
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
