import { useEffect, useId, useRef, useState } from 'react';
import type { ControlProps } from './button';
import './field.css';
import { useCommit } from './use-commit';

interface SliderProps extends ControlProps {
  label: string;
  value: number;
  minimum: number;
  maximum: number;
  step: number;
  format?: (value: number) => string;
  /** Called once, when the slider is let go. */
  onCommit: (value: number) => void;
}

export function Slider({ control, label, value, minimum, maximum, step, format = String, onCommit }: SliderProps) {
  const [draft, setDraft] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setDraft(value), [value]);
  useCommit(input, (text) => onCommit(Number(text)));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <output className="field-value" htmlFor={id}>
        {format(draft)}
      </output>
      <input
        ref={input}
        id={id}
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
