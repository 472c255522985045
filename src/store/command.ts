import { attempt } from './attempt';
import type { State } from './state';
import { useStore } from './store';

/** As the palette, the menu and the list of keys show them, in this order. */
export const COMMAND_GROUPS = [
  'Step',
  'Node',
  'Graph',
  'Recipe',
  'View',
  'Compare',
  'Laboratory',
  'Share',
  'Page',
] as const;

/**
 * One thing a person can do, said once: the keyboard, the palette, the menu and the list of keys all read it. What it does
 * to the session goes through the history, so that undo takes it back.
 */
export interface Command {
  /** Stable, e.g. "step.next". */
  id: string;
  title: string;
  group: (typeof COMMAND_GROUPS)[number];
  /** Keys as `keys.ts` reads them, e.g. "ArrowRight" or "Mod+Shift+Z"; the first is the one shown. */
  keys?: readonly string[];
  /** Its key works in text fields and open popovers too. */
  everywhere?: boolean;
  /** Its key works only while no control has the keyboard: for what would be pressed by mistake. */
  onPage?: boolean;
  /** Controls on screen that do the same: hiding one of them hides the command. */
  controls?: readonly string[];
  /** Further words it is found by. */
  words?: string;
  /** Why it cannot be done now, as a sentence; null when it can. */
  unavailable?(state: State): string | null;
  run(): void | Promise<void>;
}

/** Does it, unless it cannot be done now; a failure is shown to the person. */
export async function perform(command: Command): Promise<void> {
  if (command.unavailable?.(useStore.getState()) != null) return;
  await attempt(`“${command.title}” did not work`, command.run);
}
