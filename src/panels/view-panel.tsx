import { type ReactNode, type RefObject, useId } from 'react';
import { ScrollRegion } from '../ui/scroll-region';
import './view-panel.css';

interface ViewPanelProps {
  control: string;
  /** Its own element. */
  panel: RefObject<HTMLElement | null>;
  title: ReactNode;
  /** Right of the title: how the view shows things. */
  choices: ReactNode;
  /** Above the view, on the right. */
  slider?: ReactNode;
  /** Above the view, on the left: what holds for the moment. */
  notes?: ReactNode;
  /** Below the view, on the right. */
  tools?: ReactNode;
  /** Below the view, on the left. */
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
  const heading = useId();
  return (
    <section ref={panel} className="view-panel" data-control={control} aria-labelledby={heading}>
      <header className="view-header">
        <h2 id={heading} className="eyebrow view-title">
          {title}
        </h2>
        {choices}
      </header>
      {(slider || notes) && (
        <div className="view-top">
          <div className="view-notes">{notes}</div>
          {slider}
        </div>
      )}
      <div className="view-stage">{children}</div>
      <div className="view-foot">
        <ScrollRegion className="view-legend" label="Legend">
          {legend}
        </ScrollRegion>
        {tools && <div className="view-tools">{tools}</div>}
      </div>
      <p className="view-caption" aria-live="polite">
        {caption}
      </p>
    </section>
  );
}
