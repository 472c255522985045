import { type ReactNode, useId } from 'react';
import { IconButton } from './button';
import './dialog.css';
import { useModal } from './use-modal';

interface DialogProps {
  control: string;
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/**
 * The browser's own modal dialog, there only while it is open: it keeps the focus inside, closes on Escape and gives the focus
 * back.
 */
export function Dialog({ control, title, onClose, children }: DialogProps) {
  const { dialog, close } = useModal(onClose);
  const heading = useId();
  return (
    <dialog {...dialog} className="dialog" data-control={control} aria-labelledby={heading}>
      <header className="dialog-header">
        <h2 id={heading}>{title}</h2>
        <IconButton control={`${control}-close`} icon="close" label="Close" tone="quiet" onClick={close} />
      </header>
      {children}
    </dialog>
  );
}
