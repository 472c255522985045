import type { ReactNode } from 'react';
import './field.css';

/** Words beside an input. Plain text is its label; other content, which may hold a button that explains, only names it. */
export function FieldLabel({ id, children }: { id: string; children: ReactNode }) {
  if (typeof children === 'string') {
    return (
      <label className="field-label" htmlFor={id}>
        {children}
      </label>
    );
  }
  return (
    <span className="field-label" id={nameOf(id)}>
      {children}
    </span>
  );
}

/** What an input takes to belong to its `FieldLabel`. */
export function labelled(id: string, label: ReactNode): { id: string; 'aria-labelledby'?: string } {
  return typeof label === 'string' ? { id } : { id, 'aria-labelledby': nameOf(id) };
}

const nameOf = (id: string) => `${id}-name`;
