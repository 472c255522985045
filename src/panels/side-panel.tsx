import { type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { IconButton } from '../ui/button';
import './side-panel.css';

interface SidePanelProps {
  /** Its close button is `control` without "-panel", and "-close". */
  control: `${string}-panel`;
  title: string;
  /** Charts need more room than forms. */
  wide?: boolean;
  /** Beside the title. */
  tools?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** A panel in the inspector's place, so that graph and embedding stay in sight; its title has the focus as it opens. */
export function SidePanel({ control, title, wide = false, tools, onClose, children }: SidePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  useEffect(() => heading.current?.focus(), []);
  const views = document.querySelector('main');
  if (!views) return null;
  return createPortal(
    <section
      className={wide ? 'side-panel side-panel-wide' : 'side-panel'}
      role="dialog"
      aria-labelledby={id}
      data-control={control}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className="side-panel-header">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        {tools}
        <IconButton
          control={`${control.replace(/-panel$/, '')}-close`}
          icon="close"
          label="Close"
          tone="quiet"
          onClick={onClose}
        />
      </header>
      <div className="side-panel-body">{children}</div>
    </section>,
    views,
  );
}
