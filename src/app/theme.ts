/** Light or dark: a taste of the visitor's, kept in this browser and never in a link. Until chosen, the system's. */
export type Theme = 'light' | 'dark';

const KEY = 'hopscope:theme';

export function setTheme(theme: Theme): void {
  localStorage.setItem(KEY, theme);
  applyTheme();
}

/** The stylesheet reads `data-theme`; without it the system's preference decides. */
export function applyTheme(): void {
  const kept = localStorage.getItem(KEY);
  if (kept === 'light' || kept === 'dark') document.documentElement.dataset.theme = kept;
}
