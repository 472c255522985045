import { useId } from 'react';
import { FieldLabel, labelled } from '../../ui/field';
import { useDraft } from '../../ui/use-draft';
import type { TrainingTermName } from './terms';
import { TrainingTerm } from './training-term';
import { type NumberRange, readNumber } from './written';

interface NumberValueProps {
  control: string;
  label: string;
  value: number;
  range: NumberRange;
  /** Called when the field is left or answered with Enter. */
  onCommit: (value: number) => void;
}

/** A number under its term. */
export function NumberSetting({ term, ...number }: NumberValueProps & { term: TrainingTermName }) {
  const id = useId();
  const name = <TrainingTerm name={term}>{number.label}</TrainingTerm>;
  return (
    <div className="setting">
      <FieldLabel id={id}>{name}</FieldLabel>
      <NumberInput {...number} named={labelled(id, name)} />
    </div>
  );
}

/** Decimals and exponents are taken; what is no number leaves it as it was. */
export function NumberInput({
  control,
  label,
  value,
  range,
  onCommit,
  named = { 'aria-label': label },
}: NumberValueProps & { named?: object }) {
  const { draft, setDraft, input } = useDraft(String(value), (text, show) => {
    const read = readNumber(text, range) ?? value;
    show(String(read));
    if (read !== value) onCommit(read);
  });
  return (
    <input
      ref={input}
      {...named}
      data-control={control}
      className="input"
      inputMode={range.whole ? 'numeric' : 'decimal'}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
