import { type ReactNode, useId } from 'react';
import './choice-list.css';
import { type Choice, keepArrowKeys, type RadioGroupProps, radio } from './radio';

export interface DescribedChoice<T extends string> extends Choice<T> {
  /** One line under the label. */
  description: ReactNode;
  /** Controls that belong to this choice, shown while it is chosen. */
  detail?: ReactNode;
}

/** A radio group with a line of description a choice. */
export function ChoiceList<T extends string>({ label, choices, ...group }: RadioGroupProps<T, DescribedChoice<T>>) {
  const name = useId();
  return (
    <fieldset className="choice-list" onKeyDown={keepArrowKeys}>
      <legend className="eyebrow">{label}</legend>
      {choices.map((choice) => (
        <div key={choice.value} className="choice">
          <label className="choice-row">
            <input {...radio({ ...group, name, choice })} />
            <span className="choice-label">{choice.label}</span>
            <span className="choice-description">{choice.unavailable ?? choice.description}</span>
          </label>
          {choice.value === group.value && choice.detail && <div className="choice-detail">{choice.detail}</div>}
        </div>
      ))}
    </fieldset>
  );
}
