import { type RefObject, useLayoutEffect, useRef } from 'react';

/**
 * For a `<dialog>` that is there only while it is open. It must be closed by its own `close()`, or by Escape: only then does
 * the browser give the focus back to where it was.
 */
export function useModal(): RefObject<HTMLDialogElement | null> {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    if (dialog.current && !dialog.current.open) dialog.current.showModal();
  }, []);
  return dialog;
}
