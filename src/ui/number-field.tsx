import { type ReactNode, useId } from 'react';
import type { ControlProps } from './button';
import { FieldLabel, labelled } from './field';
import { useDraft } from './use-draft';

interface NumberFieldProps extends ControlProps {
  label: ReactNode;
  value: number;
  minimum: number;
  maximum: number;
  /** Called when the field is left or answered with Enter: a whole number, clamped to the limits. */
  onCommit: (value: number) => void;
}

/** A whole number. What is no number leaves the value as it was. */
export function NumberField({ control, label, value, minimum, maximum, onCommit }: NumberFieldProps) {
  const id = useId();
  const { draft, setDraft, input } = useDraft(String(value), (text, show) => {
    const read = wholeNumber(text, minimum, maximum) ?? value;
    show(String(read));
    if (read !== value) onCommit(read);
  });
  return (
    <div className="field field-row">
      <FieldLabel id={id}>{label}</FieldLabel>
      <input
        ref={input}
        {...labelled(id, label)}
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
