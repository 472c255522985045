import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from 'react';

interface Modal {
  /** What the `<dialog>` is given. */
  dialog: {
    ref: RefObject<HTMLDialogElement | null>;
    onClose: () => void;
    onKeyDown: (event: KeyboardEvent<HTMLDialogElement>) => void;
  };
  close: () => void;
}

/**
 * For a `<dialog>` that is there only while it is open. It is closed before it is taken away: only then does the browser give
 * the focus back to where it was. On Escape that is done at once; the browser would do it a frame later, and a key pressed
 * meanwhile would be lost.
 *
 * @param onClose takes it away; may be called twice.
 */
export function useModal(onClose: () => void): Modal {
  const ref = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (ref.current && !ref.current.open) ref.current.showModal();
  }, []);
  const close = () => {
    ref.current?.close();
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDialogElement>) => {
    if (event.key !== 'Escape' || event.currentTarget.querySelector(':popover-open')) return;
    // It has done its work: nothing behind the dialog is let go of as well.
    event.preventDefault();
    close();
  };
  return { dialog: { ref, onClose, onKeyDown }, close };
}
