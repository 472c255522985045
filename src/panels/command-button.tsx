import { type Command, perform } from '../store/command';
import { useStore } from '../store/store';
import { IconButton } from '../ui/button';
import type { IconName } from '../ui/icons';

interface CommandButtonProps {
  command: Command;
  control: string;
  icon: IconName;
  /** Its keys, as shown. */
  caps: readonly string[];
}

/** A command as a button with an icon: its title, its keys and why it cannot be done now come from the command. */
export function CommandButton({ command, control, icon, caps }: CommandButtonProps) {
  const reason = useStore((state) => command.unavailable?.(state) ?? null);
  return (
    <IconButton
      control={control}
      icon={icon}
      tone="quiet"
      label={command.title}
      title={reason ?? [command.title, ...(caps.length > 0 ? [`(${caps.join(' ')})`] : [])].join(' ')}
      disabled={reason !== null}
      onClick={() => void perform(command)}
    />
  );
}
