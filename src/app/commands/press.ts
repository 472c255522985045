import type { State } from '../../store/state';

/** Presses a control that is on screen, as a person would: it has the keyboard then, and Tab goes on into what it opens. */
export function press(control: string): void {
  const button = document.querySelector<HTMLElement>(`button[data-control="${control}"]`);
  button?.focus();
  button?.click();
}

/** Why what stands in the top bar cannot be opened now. */
export function withoutTopBar({ page }: State): string | null {
  return page.presenting ? 'The top bar is away in presenter mode.' : null;
}
