import { useEffect, useId, useState } from 'react';
import type { ExperimentSpec } from '../../gnn/experiments/specification';
import { messageOf } from '../../store/errors';
import { chooseWritten } from '../../store/laboratory';
import { Button } from '../../ui/button';
import { writtenSpec } from './written-spec';

interface SpecificationFieldProps {
  spec: ExperimentSpec;
  /** While it is under way. */
  locked: boolean;
}

/** The specification as JSON, to be changed by hand; what is wrong with it is told with its place. */
export function SpecificationField({ spec, locked }: SpecificationFieldProps) {
  const id = useId();
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  useEffect(() => {
    setText(writtenSpec(spec));
    setRefused(null);
  }, [spec]);
  const use = async () => {
    try {
      await chooseWritten(text);
      setRefused(null);
    } catch (error) {
      setRefused(messageOf(error));
    }
  };
  return (
    <details className="lab-specification">
      <summary data-control="lab-specification-shown">Specification</summary>
      <label className="field-hint" htmlFor={id}>
        Plain JSON: change depths, seeds, lines, graph or task. What is the same keeps its runs. The README says what
        each field means.
      </label>
      <textarea
        id={id}
        className="input"
        data-control="lab-specification"
        rows={16}
        spellCheck={false}
        aria-invalid={refused !== null}
        aria-describedby={`${id}-refused`}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="button-row">
        <Button control="lab-specification-use" disabled={locked} onClick={() => void use()}>
          Use it
        </Button>
      </div>
      <p role="alert" id={`${id}-refused`} className="lab-refused" data-control="lab-refused">
        {refused}
      </p>
    </details>
  );
}
