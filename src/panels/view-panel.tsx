import type { ReactNode, RefObject } from 'react';
import './view-panel.css';

interface ViewPanelProps {
  control: string;
  /** Its own element. */
  panel: RefObject<HTMLElement | null>;
  title: ReactNode;
  /** Right of the title: how the view shows things. */
  choices: ReactNode;
  /** Over the upper right corner of the view. */
  slider?: ReactNode;
  /** Over the upper left corner of the view: what holds for the moment. */
  notes?: ReactNode;
  /** Over the lower right corner of the view. */
  tools?: ReactNode;
  /** Over the lower left corner of the view. */
  legend?: ReactNode;
  /** The sentence below. */
  caption: ReactNode;
  /** The view itself: it fills what is left. */
  children: ReactNode;
}

/** The frame both views stand in. */
export function ViewPanel({
  control,
  panel,
  title,
  choices,
  slider,
  notes,
  tools,
  legend,
  caption,
  children,
}: ViewPanelProps) {
  return (
    <section ref={panel} className="view-panel" data-control={control}>
      <header className="view-header">
        <h2 className="eyebrow view-title">{title}</h2>
        {choices}
      </header>
      <div className="view-stage">
        {children}
        {slider && <div className="view-slider">{slider}</div>}
        {notes && <div className="view-notes">{notes}</div>}
        {legend && <div className="view-legend">{legend}</div>}
        {tools && <div className="view-tools">{tools}</div>}
      </div>
      <p className="view-caption" aria-live="polite">
        {caption}
      </p>
    </section>
  );
}
