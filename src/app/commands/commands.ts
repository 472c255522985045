import type { Command } from '../../store/command';
import { useStore } from '../../store/store';
import { COMPARE_COMMANDS } from './compare';
import { GRAPH_COMMANDS } from './graph';
import { LABORATORY_COMMANDS } from './laboratory';
import { NODE_COMMANDS } from './node';
import { PAGE_COMMANDS } from './page';
import { PIN_COMMANDS } from './pins';
import { RECIPE_COMMANDS } from './recipe';
import { SCENE_COMMANDS } from './scene';
import { SHARE_COMMANDS } from './share';
import { STEP_COMMANDS } from './step';
import { TRAINING_COMMANDS } from './training';
import { VIEW_COMMANDS } from './view';
import { WHAT_IF_COMMANDS } from './what-if';

/** Everything a person can do, in the order of the palette; of several for one key the first that can be done. */
export const COMMANDS: readonly Command[] = [
  ...STEP_COMMANDS,
  ...SCENE_COMMANDS,
  ...NODE_COMMANDS,
  ...PIN_COMMANDS,
  ...WHAT_IF_COMMANDS,
  ...GRAPH_COMMANDS,
  ...RECIPE_COMMANDS,
  ...TRAINING_COMMANDS,
  ...VIEW_COMMANDS,
  ...COMPARE_COMMANDS,
  ...LABORATORY_COMMANDS,
  ...SHARE_COMMANDS,
  ...PAGE_COMMANDS,
];

/** Without those that the address takes off the screen. */
export function offeredCommands(hidden: ReadonlySet<string> = useStore.getState().page.hidden): readonly Command[] {
  if (hidden.size === 0) return COMMANDS;
  return COMMANDS.filter(({ controls }) => !controls?.some((control) => hidden.has(control)));
}

/** What stands in the menu: what a screen without a keyboard, or without room, would not have. */
const IN_MENU = [
  ...['page.palette', 'page.undo', 'page.redo', 'page.keys'],
  ...[
    'graph.open-file',
    'compare.lanes',
    'lab.open',
    'share.open',
    'view.fit',
    'view.zoom-in',
    'view.zoom-out',
    'view.theme',
    'view.present',
  ],
];

export function menuCommands(hidden: ReadonlySet<string>): readonly Command[] {
  return offeredCommands(hidden).filter(({ id }) => IN_MENU.includes(id));
}

/** @throws {Error} when there is no such command: a slip in the page's own code. */
export function commandCalled(id: string): Command {
  const command = COMMANDS.find((each) => each.id === id);
  if (!command) throw new Error(`there is no command "${id}"`);
  return command;
}
