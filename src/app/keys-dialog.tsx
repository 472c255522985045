import { Dialog } from '../ui/dialog';
import type { KeyCommand } from './keys';

interface KeysDialogProps {
  open: boolean;
  commands: KeyCommand[];
  onClose: () => void;
}

/** Every key, from the same list that the keyboard is read by. */
export function KeysDialog({ open, commands, onClose }: KeysDialogProps) {
  return (
    <Dialog control="keys" title="Keys" open={open} onClose={onClose}>
      <dl className="keys">
        {commands.map(({ keys, does }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
