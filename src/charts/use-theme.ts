import { useSyncExternalStore } from 'react';
import { shownTheme, watchTheme } from '../encoding/shown-theme';
import type { Theme } from '../encoding/theme';

/** The theme on screen. Colours made in script depend on it. */
export function useTheme(): Theme {
  return useSyncExternalStore(watchTheme, shownTheme, () => 'light');
}
