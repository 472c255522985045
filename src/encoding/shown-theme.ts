import type { Theme } from './theme';

/** The theme on screen: the one chosen (`data-theme` on the page), else the system's. */
export function shownTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

const listeners = new Set<() => void>();
let stopWatching: (() => void) | null = null;

/** Calls `changed` whenever the page turns light or dark; one observer serves all. @returns how to stop. */
export function watchTheme(changed: () => void): () => void {
  // A function of its own, so that the same one given twice is called, and let go, twice.
  const listener = () => changed();
  listeners.add(listener);
  stopWatching ??= observe();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stopWatching?.();
    stopWatching = null;
  };
}

function observe(): () => void {
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  const system = matchMedia('(prefers-color-scheme: dark)');
  system.addEventListener('change', tell);
  return () => {
    observer.disconnect();
    system.removeEventListener('change', tell);
  };
}
