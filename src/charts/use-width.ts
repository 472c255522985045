import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * The width of an element in whole CSS pixels, kept up to date; `initial` until it has been measured. While the element is
 * not shown it is what it was.
 */
export function useWidth<T extends Element>(initial: number): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const read = () => setWidth((before) => Math.floor(measured.getBoundingClientRect().width) || before);
    read();
    const observer = new ResizeObserver(read);
    observer.observe(measured);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
