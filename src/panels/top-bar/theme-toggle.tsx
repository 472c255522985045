import { IconButton } from '../../ui/button';

export interface ThemeToggleProps {
  /** As chosen; `system` follows the system's preference. */
  theme: 'system' | 'light' | 'dark';
  onTheme: (theme: 'light' | 'dark') => void;
}

export function ThemeToggle({ theme, onTheme }: ThemeToggleProps) {
  const dark = theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const other = dark ? 'light' : 'dark';
  return (
    <IconButton
      control="theme"
      icon={dark ? 'sun' : 'moon'}
      label={`Change to the ${other} theme`}
      tone="quiet"
      onClick={() => onTheme(other)}
    />
  );
}
