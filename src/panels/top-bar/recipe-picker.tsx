import { formatNumber } from '../../charts/numbers';
import type { Graph } from '../../graph/graph';
import { DESCRIPTORS, type OptionSpec, optionActs } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { ACTIVATIONS, ENCODERS, NORMS, RESIDUALS, WIDTH } from '../../recipe/validate';
import { Checkbox } from '../../ui/checkbox';
import { NumberField } from '../../ui/number-field';
import { Select } from '../../ui/select';
import { Slider } from '../../ui/slider';
import { RemedyList, remediesOn } from '../remedies/remedy-list';
import { Term } from '../term';
import type { RecipeChange } from './change';
import { OPTION_NAMES } from './option-names';
import { Pill } from './pill';
import './recipe-picker.css';
import { ACTIVATION_NAMES, ENCODER_NAMES, NORM_NAMES, RESIDUAL_NAMES } from './recipe-names';

interface RecipePickerProps {
  graph: Graph | null;
  recipe: Recipe;
  onChange: RecipeChange;
}

/** The rest of the recipe: what follows the convolution, how wide it is, its own options; beside them the remedies. */
export function RecipePicker({ graph, recipe, onChange }: RecipePickerProps) {
  return (
    <Pill control="recipe" name="Recipe" value={remediesOn(recipe)}>
      {() => (
        <div className="recipe-columns">
          <div className="popover-body">
            <RecipeFields recipe={recipe} onChange={onChange} />
            <RemedyList against="short reach" {...{ graph, recipe, onChange }} />
          </div>
          <div className="popover-body">
            <RemedyList against="oversmoothing" {...{ graph, recipe, onChange }} />
          </div>
        </div>
      )}
    </Pill>
  );
}

export function RecipeFields({ recipe, onChange }: { recipe: Recipe; onChange: RecipeChange }) {
  const identity = recipe.weights.kind === 'identity';
  return (
    <div className="popover-body">
      {identity ? (
        <p className="field-hint">
          <Term name="width">Width:</Term> the input’s, because identity weights change nothing.
        </p>
      ) : (
        <NumberField
          control="width"
          label={<Term name="width">Width</Term>}
          value={recipe.width}
          minimum={WIDTH.minimum}
          maximum={WIDTH.maximum}
          onCommit={(width) => onChange({ width })}
        />
      )}
      <Select
        control="activation"
        label={<Term name="activation">Activation</Term>}
        value={recipe.activation}
        options={named(ACTIVATIONS, ACTIVATION_NAMES)}
        onChange={(activation) => onChange({ activation })}
      />
      <Select
        control="norm"
        label={<Term name="norm">Normalisation</Term>}
        value={recipe.norm}
        options={named(NORMS, NORM_NAMES)}
        onChange={(norm) => onChange({ norm })}
      />
      <Select
        control="residual"
        label={<Term name="residual">Residual</Term>}
        value={recipe.residual}
        options={named(RESIDUALS, RESIDUAL_NAMES)}
        onChange={(residual) => onChange({ residual })}
      />
      {!identity && (
        <>
          <Select
            control="encoder"
            label={<Term name="encoder">Encoder</Term>}
            value={recipe.encoder}
            options={named(ENCODERS, ENCODER_NAMES)}
            onChange={(encoder) => onChange({ encoder })}
          />
          <Checkbox
            control="decoder"
            checked={recipe.decoder === 'linear'}
            onChange={(on) => onChange({ decoder: on ? 'linear' : 'none' })}
          >
            Linear <Term name="decoder">decoder</Term>
          </Checkbox>
        </>
      )}
      <ConvOptions recipe={recipe} onChange={onChange} />
    </div>
  );
}

function ConvOptions({ recipe, onChange }: { recipe: Recipe; onChange: RecipeChange }) {
  const options = Object.entries(DESCRIPTORS[recipe.conv].options).filter(([, spec]) => optionActs(spec, recipe));
  const set = (name: string, value: number | boolean | string) =>
    onChange({ options: { ...recipe.options, [name]: value } });
  return options.map(([name, spec]) => (
    <div key={name}>
      <ConvOption
        name={name}
        spec={spec}
        value={recipe.options[name] ?? spec.default}
        onChange={(value) => set(name, value)}
      />
      <p className="field-hint">{spec.meaning}</p>
    </div>
  ));
}

interface ConvOptionProps {
  name: string;
  spec: OptionSpec;
  value: number | boolean | string;
  onChange: (value: number | boolean | string) => void;
}

function ConvOption({ name, spec, value, onChange }: ConvOptionProps) {
  const control = `option-${name}`;
  const label = OPTION_NAMES[name] ?? name;
  if (spec.kind === 'boolean') {
    return (
      <Checkbox control={control} checked={value === true} onChange={onChange}>
        {label}
      </Checkbox>
    );
  }
  if (spec.kind === 'choice') {
    const options = spec.choices.map((choice) => ({ value: choice, label: choice }));
    return <Select control={control} label={label} value={String(value)} options={options} onChange={onChange} />;
  }
  return (
    <Slider
      control={control}
      label={label}
      value={Number(value)}
      minimum={spec.minimum}
      maximum={spec.maximum}
      step={spec.whole ? 1 : (spec.maximum - spec.minimum) / 100}
      format={(number) => formatNumber(number)}
      onCommit={onChange}
    />
  );
}

function named<T extends string>(values: readonly T[], names: Record<T, string>): { value: T; label: string }[] {
  return values.map((value) => ({ value, label: names[value] }));
}
