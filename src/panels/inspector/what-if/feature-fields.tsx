import { type FormEvent, useId, useRef, useState } from 'react';
import { formatNumber } from '../../../charts/numbers';
import { columnName } from '../../../graph/edits/edit-words';
import { featureAt } from '../../../graph/edits/features';
import type { FeatureMatrix, Graph } from '../../../graph/graph';
import { Button } from '../../../ui/button';
import { NumberField } from '../../../ui/number-field';
import { Select } from '../../../ui/select';
import { capital } from '../../names';
import { makeEdits } from './make-edits';

interface FeatureFieldsProps {
  graph: Graph;
  features: FeatureMatrix;
  focus: number;
}

/** More names than this nobody looks through: then the column goes by its number. */
const MOST_NAMED = 100;

/** One given feature of the focus, to be set to something else. */
export function FeatureFields({ graph, features, focus }: FeatureFieldsProps) {
  const [column, setColumn] = useState(0);
  const [text, setText] = useState('');
  const field = useId();
  const input = useRef<HTMLInputElement>(null);
  const value = featureAt(features, focus, column);
  const names = graph.featureNames;
  const set = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') return;
    makeEdits({ do: 'set-feature', node: graph.ids[focus], column, value: Number(text) });
    setText('');
    // Ctrl Z undoes the edit again, instead of what was typed.
    input.current?.blur();
  };
  return (
    <section className="inspector-section">
      <h3>… had another feature</h3>
      {names && names.length <= MOST_NAMED ? (
        <Select
          control="feature-column"
          label="Column"
          value={String(column)}
          options={names.map((name, i) => ({ value: String(i), label: name }))}
          onChange={(chosen) => setColumn(Number(chosen))}
        />
      ) : (
        <NumberField
          control="feature-column"
          label={`Column, 0 to ${features.columns - 1}`}
          value={column}
          minimum={0}
          maximum={features.columns - 1}
          onCommit={setColumn}
        />
      )}
      <form className="field field-row" onSubmit={set}>
        <label className="field-label" htmlFor={field}>
          {capital(columnName(graph, column))}, now {formatNumber(value)}
        </label>
        <span className="feature-value">
          <input
            ref={input}
            id={field}
            data-control="feature-value"
            className="input number-input"
            type="number"
            step="any"
            value={text}
            placeholder={formatNumber(value)}
            onChange={(event) => setText(event.target.value)}
          />
          <Button control="feature-set" disabled={text.trim() === ''} onClick={set}>
            Set
          </Button>
        </span>
      </form>
    </section>
  );
}
