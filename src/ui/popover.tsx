import { type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react';
import type { ControlProps } from './button';
import './popover.css';
import { placeAt } from './placement';

interface PopoverProps extends ControlProps {
  /** What the popover is, for screen readers. */
  label: string;
  /** The content of the button that opens it. */
  trigger: ReactNode;
  triggerClass?: string;
  triggerTitle?: string;
  /** Called as it opens. */
  onOpen?: () => void;
  /** Built only while it is open; `close` shuts it. */
  children: (close: () => void) => ReactNode;
}

/**
 * A button and the panel it opens, on the browser's own popover: it closes on Escape and on a press outside, and one closes
 * the other. Keys pressed inside stay inside.
 */
export function Popover({ control, label, trigger, triggerClass, triggerTitle, onOpen, children }: PopoverProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);

  useLayoutEffect(() => {
    if (!open) return;
    const move = () => button.current && panel.current && placeAt(button.current, panel.current);
    // The content is there before the browser shows the panel, and only what is shown can be measured.
    const frame = requestAnimationFrame(move);
    window.addEventListener('resize', move);
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', move);
    };
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps keys from reaching the page's shortcuts
    <span
      className="popover-anchor"
      onKeyDown={(event) => {
        // Asked of the browser: it tells of the end a moment later, and a key pressed meanwhile is meant for the page.
        if (panel.current?.matches(':popover-open')) event.stopPropagation();
      }}
    >
      <button
        ref={button}
        type="button"
        data-control={control}
        className={`button ${triggerClass ?? ''}`}
        title={triggerTitle}
        popoverTarget={id}
        aria-haspopup="dialog"
        aria-expanded={open}
      >
        {trigger}
      </button>
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={label}
        className="popover"
        // An explanation of a word inside comes and goes as well: what React tells of it is not about this panel.
        onBeforeToggle={(event) => {
          if (event.newState !== 'open' || event.target !== event.currentTarget) return;
          setOpen(true);
          onOpen?.();
        }}
        // Not before it is closed: the browser gives the focus back only while what has it is still there.
        onToggle={(event) => event.newState === 'closed' && event.target === event.currentTarget && setOpen(false)}
      >
        {open && children(() => panel.current?.hidePopover())}
      </div>
    </span>
  );
}
