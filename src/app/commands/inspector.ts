import { flushSync } from 'react-dom';
import { showTab } from '../../store/inspecting';
import type { InspectorTab } from '../../store/session';
import { showInspector } from '../../store/side-panels';

/** Opens a tab, which stands where an open panel would be, and goes to one of its controls. */
export function goToTab(tab: InspectorTab, control: string = `inspector-tab-${tab}`): void {
  flushSync(() => {
    showInspector();
    showTab(tab);
  });
  document.querySelector<HTMLElement>(`[data-control="${control}"]`)?.focus();
}
