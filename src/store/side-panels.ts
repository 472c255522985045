import type { SidePanelName } from './state';
import { useStore } from './store';

/** What stands in the inspector's place: one panel at a time. Closing one stops nothing that is under way in it. */

export function showSidePanel(sidePanel: SidePanelName): void {
  useStore.setState({ sidePanel });
}

/** Gives the inspector its place back. */
export function showInspector(): void {
  useStore.setState({ sidePanel: null });
}
