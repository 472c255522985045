import { type ReactNode, useId } from 'react';
import type { ControlProps } from './button';
import './choice-list.css';
import { type Choice, keepArrowKeys } from './segmented';

export interface DescribedChoice<T extends string> extends Choice<T> {
  /** One line under the label. */
  description: ReactNode;
  /** Controls that belong to this choice, shown while it is chosen. */
  detail?: ReactNode;
}

interface ChoiceListProps<T extends string> extends ControlProps {
  label: string;
  value: T;
  choices: readonly DescribedChoice<T>[];
  onChange: (value: T) => void;
}

/** A radio group with a line of description a choice. Each choice is named `control-value`. */
export function ChoiceList<T extends string>({ control, label, value, choices, onChange }: ChoiceListProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice-list" onKeyDown={keepArrowKeys}>
      <legend className="eyebrow">{label}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className="choice">
          <label className="choice-row">
            <input
              type="radio"
              name={name}
              data-control={`${control}-${choice.value}`}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.unavailable !== undefined}
              onChange={() => onChange(choice.value)}
            />
            <span className="choice-label">{choice.label}</span>
            <span className="choice-description">{choice.unavailable ?? choice.description}</span>
          </label>
          {choice.value === value && choice.detail && <div className="choice-detail">{choice.detail}</div>}
        </div>
      ))}
    </fieldset>
  );
}
