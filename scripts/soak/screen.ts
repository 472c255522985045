import { slipsIn } from './finite';

/** Attributes that are read out, shown on hovering, or typed into. */
const SPOKEN = ['aria-label', 'aria-valuetext', 'title', 'placeholder'] as const;

/** Everything that stands or is said in that part of the screen now. */
function textIn(part: HTMLElement): string {
  const said = [...part.querySelectorAll(SPOKEN.map((name) => `[${name}]`).join())].flatMap((element) =>
    SPOKEN.map((name) => element.getAttribute(name)),
  );
  const typed = [...part.querySelectorAll('input')].map(({ value }) => value);
  const drawn = [...part.querySelectorAll('svg text, svg title')].map(({ textContent }) => textContent);
  return [part.innerText, ...said, ...typed, ...drawn].filter((text) => text !== null).join('\n');
}

/** What stands on screen, or in a part of it, where a number, or nothing, should. */
export function slipsOnScreen(part: HTMLElement | null = document.body): string[] {
  return part ? slipsIn(textIn(part)).map((slip) => `on screen: ${slip}`) : [];
}

/** Waits until what was set is painted: a frame draws it, and the next begins after that. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** Waits, a frame at a time, until `there` gives something. @throws {Error} when it gives nothing for that long. */
export async function appears<T>(what: string, there: () => T | null, milliseconds = 60_000): Promise<T> {
  const until = performance.now() + milliseconds;
  for (let found = there(); ; found = there()) {
    if (found !== null) return found;
    if (performance.now() > until) throw new Error(`${what} did not appear within ${milliseconds / 1000} s`);
    await painted();
  }
}

export function control(name: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-control="${name}"]`);
}

/** Presses a control and waits for what it opens (or, given null, for its leaving). */
export async function press(name: string, opens: string, open: boolean): Promise<void> {
  if ((control(opens) !== null) === open) return;
  control(name)?.click();
  await appears(`${opens}, ${open ? 'opened' : 'closed'} by ${name},`, () =>
    (control(opens) !== null) === open ? true : null,
  );
}
