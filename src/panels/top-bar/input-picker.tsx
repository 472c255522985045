import type { GraphFacts } from '../../recipe/facts';
import type { InputSpec, Recipe } from '../../recipe/recipe';
import { INPUT_KINDS, SEED, WIDTH } from '../../recipe/validate';
import { Checkbox } from '../../ui/checkbox';
import { ChoiceList } from '../../ui/choice-list';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { Term } from '../term';
import type { RecipeChange } from './change';
import { INPUT_NAMES, inputOfKind, whyNoInput } from './input-kinds';
import { Pill } from './pill';

interface InputPickerProps {
  recipe: Recipe;
  facts: GraphFacts;
  /** What H⁰ is in the trace on screen; null before the first. */
  description: string | null;
  onChange: RecipeChange;
}

/** What the nodes start with: H⁰. */
export function InputPicker({ recipe: { input }, facts, description, onChange }: InputPickerProps) {
  const change = (spec: InputSpec) => onChange({ input: spec });
  return (
    <Pill control="input" name="Input" value={INPUT_NAMES[input.kind].label}>
      {() => (
        <div className="popover-body">
          <ChoiceList
            control="input"
            label="What the nodes start with"
            value={input.kind}
            choices={INPUT_KINDS.map((kind) => ({
              value: kind,
              ...INPUT_NAMES[kind],
              unavailable: whyNoInput(kind, facts),
              detail: <InputDetail input={input} facts={facts} onChange={change} />,
            }))}
            onChange={(kind) => change(inputOfKind(kind, input.normalise, facts))}
          />
          <Select
            control="input-normalise"
            label={<Term name="inputNormalise">Normalise</Term>}
            value={input.normalise}
            options={[
              { value: 'none', label: 'no' },
              { value: 'row', label: 'rows sum to 1' },
              { value: 'standard', label: 'columns: mean 0, deviation 1' },
            ]}
            onChange={(normalise) => change({ ...input, normalise })}
          />
          {description && (
            <p className="field-hint">
              <Term name="input">Input</Term> now: {description}
            </p>
          )}
        </div>
      )}
    </Pill>
  );
}

function InputDetail({
  input,
  facts,
  onChange,
}: {
  input: InputSpec;
  facts: GraphFacts;
  onChange: (spec: InputSpec) => void;
}) {
  if (input.kind === 'columns') {
    const chosen = input.columns ?? [];
    return facts.columns.map((name) => (
      <Checkbox
        key={name}
        control={`input-column-${name}`}
        checked={chosen.includes(name)}
        locked={chosen.length === 1 && chosen[0] === name ? 'At least one column is needed.' : null}
        onChange={(on) =>
          onChange({ ...input, columns: on ? [...chosen, name] : chosen.filter((other) => other !== name) })
        }
      >
        {name}
      </Checkbox>
    ));
  }
  if (input.kind !== 'random' && input.kind !== 'spectral') return null;
  return (
    <>
      <NumberField
        control="input-seed"
        label={<Term name="seed">Seed</Term>}
        value={input.seed ?? 7}
        minimum={SEED.minimum}
        maximum={SEED.maximum}
        onCommit={(seed) => onChange({ ...input, seed })}
      />
      <NumberField
        control="input-width"
        label="Columns"
        value={input.width ?? 16}
        minimum={WIDTH.minimum}
        maximum={WIDTH.maximum}
        onCommit={(width) => onChange({ ...input, width })}
      />
    </>
  );
}
