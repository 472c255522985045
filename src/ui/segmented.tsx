import { type KeyboardEvent, useId } from 'react';
import type { ControlProps } from './button';
import './segmented.css';

export interface Choice<T extends string> {
  value: T;
  label: string;
  /** Why it cannot be chosen now; absent when it can. */
  unavailable?: string;
}

interface SegmentedProps<T extends string> extends ControlProps {
  /** What is being chosen, for screen readers. */
  label: string;
  value: T;
  choices: readonly Choice<T>[];
  onChange: (value: T) => void;
}

/** A radio group drawn as one bar. Each choice is named `control-value`. */
export function SegmentedControl<T extends string>({ control, label, value, choices, onChange }: SegmentedProps<T>) {
  const name = useId();
  return (
    <fieldset className="segmented" data-control={control} onKeyDown={keepArrowKeys}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="segmented-choice" title={choice.unavailable}>
          <input
            type="radio"
            name={name}
            data-control={`${control}-${choice.value}`}
            value={choice.value}
            checked={choice.value === value}
            disabled={choice.unavailable !== undefined}
            onChange={() => onChange(choice.value)}
          />
          <span>{choice.label}</span>
          {choice.unavailable !== undefined && <span className="visually-hidden">({choice.unavailable})</span>}
        </label>
      ))}
    </fieldset>
  );
}

/** Inside a radio group the arrow keys choose; they must not step the hops as well. */
export function keepArrowKeys(event: KeyboardEvent): void {
  if (event.key.startsWith('Arrow')) event.stopPropagation();
}
