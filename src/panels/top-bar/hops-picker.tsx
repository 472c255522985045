import type { Recipe } from '../../recipe/recipe';
import { HOPS } from '../../recipe/validate';
import { NumberField } from '../../ui/number-field';
import { Slider } from '../../ui/slider';
import { Term } from '../term';
import type { RecipeChange } from './change';
import { Pill } from './pill';

export function HopsPicker({ recipe, onChange }: { recipe: Recipe; onChange: RecipeChange }) {
  const shared = {
    value: recipe.hops,
    minimum: HOPS.minimum,
    maximum: HOPS.maximum,
    onCommit: (hops: number) => onChange({ hops }),
  };
  return (
    <Pill control="hops" name="Hops" value={String(recipe.hops)}>
      {() => (
        <div className="popover-body">
          <Slider control="hops-slider" label="How many hops" step={1} {...shared} />
          <NumberField control="hops-number" label="Exactly" {...shared} />
          <p className="field-hint">
            Each <Term name="hop">hop</Term> is one layer: one round of message passing.
          </p>
        </div>
      )}
    </Pill>
  );
}
