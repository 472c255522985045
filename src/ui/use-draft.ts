import { type Dispatch, type RefObject, type SetStateAction, useEffect, useRef, useState } from 'react';

interface Draft<T> {
  /** What the input shows. */
  draft: T;
  setDraft: Dispatch<SetStateAction<T>>;
  input: RefObject<HTMLInputElement | null>;
}

/**
 * What is being typed or dragged: it follows `value`, and is handed to `commit` on the browser's own `change` event, when a
 * slider is let go, or a field is left or answered with Enter. (React's `onChange` is the browser's `input` event: every step
 * of a drag.)
 */
export function useDraft<T>(value: T, commit: (text: string, setDraft: Dispatch<SetStateAction<T>>) => void): Draft<T> {
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setDraft(value), [value]);
  useEffect(() => {
    const element = input.current;
    if (!element) return;
    const onChange = () => commit(element.value, setDraft);
    element.addEventListener('change', onChange);
    return () => element.removeEventListener('change', onChange);
  });
  return { draft, setDraft, input };
}
