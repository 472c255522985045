import { type ReactNode, useId } from 'react';
import type { ControlProps } from './button';
import { FieldLabel, labelled } from './field';

interface SelectProps<T extends string> extends ControlProps {
  label: ReactNode;
  value: T;
  options: { value: T; label: string }[];
  /** Why it cannot be changed; null when it can. */
  locked?: string | null;
  onChange: (value: T) => void;
}

/** The browser's own select, themed. */
export function Select<T extends string>({ control, label, value, options, locked = null, onChange }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="field field-row">
      <FieldLabel id={id}>{label}</FieldLabel>
      <select
        {...labelled(id, label)}
        data-control={control}
        className="input select"
        value={value}
        disabled={locked !== null}
        title={locked ?? undefined}
        onChange={(event) => onChange(event.target.value as T)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
