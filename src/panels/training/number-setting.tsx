import { useId } from 'react';
import { FieldLabel, labelled } from '../../ui/field';
import { useDraft } from '../../ui/use-draft';
import type { TrainingTermName } from './terms';
import { TrainingTerm } from './training-term';
import { type NumberRange, readNumber } from './written';

interface NumberSettingProps {
  control: string;
  label: string;
  term: TrainingTermName;
  value: number;
  range: NumberRange;
  /** Called when the field is left or answered with Enter. */
  onCommit: (value: number) => void;
}

/** A number under its term: decimals and exponents are taken; what is no number leaves it as it was. */
export function NumberSetting({ control, label, term, value, range, onCommit }: NumberSettingProps) {
  const id = useId();
  const { draft, setDraft, input } = useDraft(String(value), (text, show) => {
    const read = readNumber(text, range) ?? value;
    show(String(read));
    if (read !== value) onCommit(read);
  });
  const name = <TrainingTerm name={term}>{label}</TrainingTerm>;
  return (
    <div className="setting">
      <FieldLabel id={id}>{name}</FieldLabel>
      <input
        ref={input}
        {...labelled(id, name)}
        data-control={control}
        className="input"
        inputMode={range.whole ? 'numeric' : 'decimal'}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
      />
    </div>
  );
}
