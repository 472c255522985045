import { type ReactNode, useId } from 'react';
import type { ControlProps } from './button';
import { FieldLabel, labelled } from './field';
import { useDraft } from './use-draft';

interface SliderProps extends ControlProps {
  label: ReactNode;
  value: number;
  minimum: number;
  maximum: number;
  step: number;
  format?: (value: number) => string;
  /** Called once, when the slider is let go. */
  onCommit: (value: number) => void;
}

export function Slider({ control, label, value, minimum, maximum, step, format = String, onCommit }: SliderProps) {
  const id = useId();
  const { draft, setDraft, input } = useDraft(value, (text) => onCommit(Number(text)));
  return (
    <div className="field">
      <FieldLabel id={id}>{label}</FieldLabel>
      <output className="field-value" htmlFor={id}>
        {format(draft)}
      </output>
      <input
        ref={input}
        {...labelled(id, label)}
        data-control={control}
        className="slider"
        type="range"
        min={minimum}
        max={maximum}
        step={step}
        value={draft}
        aria-valuetext={format(draft)}
        onChange={(event) => setDraft(Number(event.target.value))}
      />
    </div>
  );
}
