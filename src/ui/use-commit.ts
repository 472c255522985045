import { type RefObject, useEffect } from 'react';

/**
 * Calls `commit` on the browser's own `change` event: when a slider is let go, or a field is left or answered with Enter.
 * (React's `onChange` is the browser's `input` event: every step of a drag.)
 */
export function useCommit(element: RefObject<HTMLInputElement | null>, commit: (value: string) => void): void {
  useEffect(() => {
    const input = element.current;
    if (!input) return;
    const onChange = () => commit(input.value);
    input.addEventListener('change', onChange);
    return () => input.removeEventListener('change', onChange);
  });
}
