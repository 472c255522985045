import { type ReactNode, useEffect, useRef, useState } from 'react';
import { keepArrowKeys } from './radio';

interface ScrollRegionProps {
  /** What it holds, for those who come to it by keys. */
  label: string;
  className: string;
  children: ReactNode;
}

/** What scrolls where there is too little room, and can be reached by Tab as long as it does. */
export function ScrollRegion({ label, className, children }: ScrollRegionProps) {
  const region = useRef<HTMLDivElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const element = region.current;
    if (!element) return;
    const look = () => setScrolls(element.scrollHeight > element.clientHeight);
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    const contents = new MutationObserver(look);
    contents.observe(element, { childList: true, subtree: true, characterData: true });
    return () => {
      sizes.disconnect();
      contents.disconnect();
    };
  }, []);
  const reached = scrolls && { role: 'group', 'aria-label': label, tabIndex: 0, onKeyDown: keepArrowKeys };
  return (
    <div ref={region} className={className} {...reached}>
      {children}
    </div>
  );
}
