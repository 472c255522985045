/** What is typed while the field that it is meant for is still being fetched. */

let typed = '';

/** @param key as the keyboard event names it: of those that write nothing Backspace alone counts. */
export function typeAhead(key: string): void {
  if (key === 'Backspace') typed = typed.slice(0, -1);
  else if (key.length === 1) typed += key;
}

/** Hands it over, once. */
export function takeTypedAhead(): string {
  const taken = typed;
  typed = '';
  return taken;
}
