import { useTheme } from '../../charts/use-theme';
import { IconButton } from '../../ui/button';

export interface ThemeToggleProps {
  onTheme: (theme: 'light' | 'dark') => void;
}

export function ThemeToggle({ onTheme }: ThemeToggleProps) {
  const other = useTheme() === 'dark' ? 'light' : 'dark';
  return (
    <IconButton
      control="theme"
      icon={other === 'light' ? 'sun' : 'moon'}
      label={`Change to the ${other} theme`}
      tone="quiet"
      onClick={() => onTheme(other)}
    />
  );
}
