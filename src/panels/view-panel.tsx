import type { ReactNode } from 'react';
import './view-panel.css';

interface ViewPanelProps {
  control: string;
  title: ReactNode;
  /** Right of the title: how the view shows things. */
  choices: ReactNode;
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
export function ViewPanel({ control, title, choices, tools, legend, caption, children }: ViewPanelProps) {
  return (
    <section className="view-panel" data-control={control}>
      <header className="view-header">
        <h2 className="eyebrow view-title">{title}</h2>
        {choices}
      </header>
      <div className="view-stage">
        {children}
        {legend && <div className="view-legend">{legend}</div>}
        {tools && <div className="view-tools">{tools}</div>}
      </div>
      <p className="view-caption" aria-live="polite">
        {caption}
      </p>
    </section>
  );
}
