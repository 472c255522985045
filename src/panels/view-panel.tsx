import type { ReactNode } from 'react';
import './view-panel.css';

interface ViewPanelProps {
  control: string;
  title: ReactNode;
  /** Right of the title: how the view shows things. */
  choices: ReactNode;
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
export function ViewPanel({ control, title, choices, tools, legend, caption, children }: ViewPanelProps) {
  return (
    <section className="view-panel" data-control={control}>
      <header className="view-header">
        <h2 className="eyebrow view-title">{title}</h2>
        {choices}
      </header>
      <div className="view-stage">{children}</div>
      <div className="view-foot">
        <div className="view-legend">{legend}</div>
        {tools && <div className="view-tools">{tools}</div>}
      </div>
      <p className="view-caption" aria-live="polite">
        {caption}
      </p>
    </section>
  );
}
