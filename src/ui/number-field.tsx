import { useEffect, useId, useRef, useState } from 'react';
import type { ControlProps } from './button';
import './field.css';
import { useCommit } from './use-commit';

interface NumberFieldProps extends ControlProps {
  label: string;
  value: number;
  minimum: number;
  maximum: number;
  /** Called when the field is left or answered with Enter: a whole number, clamped to the limits. */
  onCommit: (value: number) => void;
}

/** A whole number. What is no number leaves the value as it was. */
export function NumberField({ control, label, value, minimum, maximum, onCommit }: NumberFieldProps) {
  const [draft, setDraft] = useState(String(value));
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => setDraft(String(value)), [value]);
  useCommit(input, (text) => {
    const read = wholeNumber(text, minimum, maximum) ?? value;
    setDraft(String(read));
    if (read !== value) onCommit(read);
  });
  return (
    <div className="field field-row">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        data-control={control}
        className="input number-input"
        type="number"
        min={minimum}
        max={maximum}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
    </div>
  );
}

/** The whole number nearest to what was typed, inside the limits; null when it is no number. */
export function wholeNumber(text: string, minimum: number, maximum: number): number | null {
  const read = Math.round(Number(text));
  if (text.trim() === '' || !Number.isFinite(read)) return null;
  return Math.min(maximum, Math.max(minimum, read));
}
