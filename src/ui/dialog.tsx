import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './button';
import './dialog.css';

interface DialogProps {
  control: string;
  title: string;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ control, title, open, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const dialog = element.current;
    if (open && dialog && !dialog.open) dialog.showModal();
    if (!open && dialog?.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={element}
      className="dialog"
      data-control={control}
      aria-labelledby={heading}
      onClose={onClose}
      onKeyDown={(event) => {
        event.stopPropagation();
        // Closed at once: the browser does it a frame later, and a key pressed meanwhile would be lost.
        if (event.key !== 'Escape' || event.currentTarget.querySelector(':popover-open')) return;
        event.currentTarget.close();
        onClose();
      }}
    >
      <header className="dialog-header">
        <h2 id={heading}>{title}</h2>
        <IconButton
          control={`${control}-close`}
          icon="close"
          label="Close"
          tone="quiet"
          onClick={() => element.current?.close()}
        />
      </header>
      {open && children}
    </dialog>
  );
}
