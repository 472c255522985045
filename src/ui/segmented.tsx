import { useId } from 'react';
import { keepArrowKeys, type RadioGroupProps, radio } from './radio';
import './segmented.css';

/** A radio group drawn as one bar; its label is for screen readers. */
export function SegmentedControl<T extends string>({ label, choices, ...group }: RadioGroupProps<T>) {
  const name = useId();
  return (
    <fieldset className="segmented" data-control={group.control} onKeyDown={keepArrowKeys}>
      <legend className="visually-hidden">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="segmented-choice" title={choice.unavailable}>
          <input {...radio({ ...group, name, choice })} />
          <span>{choice.label}</span>
          {choice.unavailable !== undefined && <span className="visually-hidden">({choice.unavailable})</span>}
        </label>
      ))}
    </fieldset>
  );
}
