import type { State } from '../../store/state';

/** Presses a control that is on screen, as a person would. */
export function press(control: string): void {
  document.querySelector<HTMLElement>(`button[data-control="${control}"]`)?.click();
}

/** Why what stands in the top bar cannot be opened now. */
export function withoutTopBar({ page }: State): string | null {
  return page.presenting ? 'The top bar is away in presenter mode.' : null;
}
