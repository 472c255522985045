import type { State } from './state';
import { useStore } from './store';

/** The page around the session: what is open over it and how it is dressed. No link carries it and undo leaves it alone. */

export type DialogName = NonNullable<State['page']['dialog']>;

export function openDialog(dialog: DialogName): void {
  changePage({ dialog });
}

/** Closes that dialog; one that took its place stays. */
export function closeDialog(dialog: DialogName): void {
  if (useStore.getState().page.dialog === dialog) changePage({ dialog: null });
}

/** Presenter mode: larger type and only what an audience needs to see; all keys stay. */
export function setPresenting(presenting: boolean): void {
  changePage({ presenting });
}

/** For a frame of another page: less around. */
export function setEmbedded(): void {
  changePage({ embedded: true });
}

/** Takes controls off the screen, and their commands with them, by their `data-control` names. */
export function hideControls(names: Iterable<string>): void {
  changePage({ hidden: new Set([...useStore.getState().page.hidden, ...names]) });
}

function changePage(change: Partial<State['page']>): void {
  useStore.setState({ page: { ...useStore.getState().page, ...change } });
}
