import { CONVS, DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { ChoiceList } from '../../ui/choice-list';
import { Formula } from '../inspector/formula';
import { Term } from '../term';
import type { RecipeChange } from './change';
import { Pill } from './pill';

/** Which convolution, with its formula and the paper it comes from. */
export function LayerPicker({ recipe, onChange }: { recipe: Recipe; onChange: RecipeChange }) {
  return (
    <Pill control="layer" name="Layer" value={DESCRIPTORS[recipe.conv].title}>
      {() => (
        <div className="popover-body">
          <ChoiceList
            control="layer"
            label="Layer"
            value={recipe.conv}
            choices={CONVS.map((name) => ({
              value: name,
              label: DESCRIPTORS[name].title,
              description: citation(name),
              detail: <Formula text={DESCRIPTORS[name].formula} />,
            }))}
            onChange={(conv) => onChange({ conv })}
          />
          <p className="field-hint">
            A <Term name="layer">layer</Term> is one step of the model.
          </p>
        </div>
      )}
    </Pill>
  );
}

function citation(name: Recipe['conv']): string {
  const { paper, radius } = DESCRIPTORS[name];
  const passing = radius === 0 ? 'No message passing: the baseline. ' : '';
  return paper ? `${passing}${paper.authors} ${paper.year}: ${paper.title}` : passing.trim();
}
