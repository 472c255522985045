import type { ReactNode } from 'react';
import type { ControlProps } from './button';
import './field.css';

interface CheckboxProps extends ControlProps {
  checked: boolean;
  /** Why it cannot be changed; null when it can. */
  locked?: string | null;
  /** The element that says more of it. */
  describedBy?: string;
  children: ReactNode;
  onChange: (checked: boolean) => void;
}

export function Checkbox({ control, checked, locked = null, describedBy, children, onChange }: CheckboxProps) {
  return (
    <label className="checkbox" title={locked ?? undefined}>
      <input
        type="checkbox"
        data-control={control}
        checked={checked}
        disabled={locked !== null}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
