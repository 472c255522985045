import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ControlProps } from './button';
import { placeAt } from './placement';
import './tooltip.css';

interface TooltipProps extends ControlProps {
  text: string;
  className?: string;
  children: ReactNode;
}

/** Words with an explanation that shows on hover, on keyboard focus and on tap, and goes on Escape. */
export function Tooltip({ control, text, className = '', children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);

  useLayoutEffect(() => {
    const element = bubble.current;
    const words = anchor.current;
    if (!shown || !element || !words) return;
    element.showPopover();
    // Focus may scroll its words into view after they had it.
    const place = () => placeAt(words, element);
    place();
    const hide = () => setShown(false);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      hide();
    };
    document.addEventListener('keydown', onKey, true);
    document.addEventListener('pointerdown', hide);
    window.addEventListener('scroll', place, true);
    return () => {
      document.removeEventListener('keydown', onKey, true);
      document.removeEventListener('pointerdown', hide);
      window.removeEventListener('scroll', place, true);
      if (element.isConnected) element.hidePopover();
    };
  }, [shown]);

  return (
    <span
      className="tooltip-anchor"
      onPointerEnter={(event) => event.pointerType === 'mouse' && setShown(true)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && setShown(false)}
    >
      <button
        ref={anchor}
        type="button"
        data-control={control}
        className={`tooltip-words ${className}`}
        aria-describedby={id}
        onFocus={(event) => event.target.matches(':focus-visible') && setShown(true)}
        // After the focus has arrived: hiding it on the way makes the browser lose its place among the controls.
        onBlur={() => requestAnimationFrame(() => setShown(false))}
        onClick={() => setShown(true)}
      >
        {children}
      </button>
      <span ref={bubble} id={id} role="tooltip" popover="manual" className="tooltip">
        {text}
      </span>
    </span>
  );
}
