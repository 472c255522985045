import { formatCount, formatNumber } from '../../charts/numbers';
import { DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe, WeightSpec } from '../../recipe/recipe';
import { SEED } from '../../recipe/validate';
import { Button } from '../../ui/button';
import { ChoiceList } from '../../ui/choice-list';
import { NumberField } from '../../ui/number-field';
import { Slider } from '../../ui/slider';
import { GLOSSARY } from '../glossary';
import { capital } from '../names';
import { Term } from '../term';
import type { RecipeChange } from './change';
import { Pill } from './pill';

type Random = Extract<WeightSpec, { kind: 'random' }>;

const FIRST_DRAW: Random = { kind: 'random', seed: 7, gain: 1 };

const NAMES = { identity: 'Identity', trained: 'Trained', file: 'From a file' } as const;

/** Identity or random weights; seed and gain of the random ones. */
export function WeightsPicker({ recipe, onChange }: { recipe: Recipe; onChange: RecipeChange }) {
  const { weights, conv } = recipe;
  const { identityAllowed, title } = DESCRIPTORS[conv];
  return (
    <Pill control="weights" name="Weights" value={weightsValue(weights)}>
      {() => (
        <div className="popover-body">
          <ChoiceList
            control="weights"
            label="Weights"
            value={weights.kind}
            choices={[
              {
                value: 'random',
                label: 'Random',
                description: GLOSSARY.random,
                detail: weights.kind === 'random' && <RandomWeights weights={weights} onChange={onChange} />,
              },
              {
                value: 'identity',
                label: 'Identity',
                description: GLOSSARY.identity,
                unavailable: identityAllowed ? undefined : `${title} does not propagate, so nothing would happen.`,
              },
            ]}
            onChange={(kind) => onChange({ weights: kind === 'identity' ? { kind } : FIRST_DRAW })}
          />
        </div>
      )}
    </Pill>
  );
}

function RandomWeights({ weights, onChange }: { weights: Random; onChange: RecipeChange }) {
  return (
    <>
      <NumberField
        control="weights-seed"
        label={<Term name="seed">Seed</Term>}
        value={weights.seed}
        minimum={SEED.minimum}
        maximum={SEED.maximum}
        onCommit={(seed) => onChange({ weights: { ...weights, seed } })}
      />
      <Button control="weights-redraw" onClick={() => onChange({ weights: { ...weights, seed: weights.seed + 1 } })}>
        Draw again with seed {weights.seed + 1}
      </Button>
      <Slider
        control="weights-gain"
        label={<Term name="gain">Gain</Term>}
        value={weights.gain}
        minimum={0.1}
        maximum={4}
        step={0.1}
        format={(gain) => `× ${formatNumber(gain)}`}
        onCommit={(gain) => onChange({ weights: { ...weights, gain } })}
      />
      <p className="field-hint">Above 1 vectors tend to grow, below 1 to shrink.</p>
    </>
  );
}

function weightsValue(weights: WeightSpec): string {
  if (weights.kind === 'trained' && weights.epoch !== undefined) return `Trained · epoch ${formatCount(weights.epoch)}`;
  if (weights.kind === 'file' && weights.name !== undefined) return capital(weights.name);
  if (weights.kind !== 'random') return NAMES[weights.kind];
  const gain = weights.gain === 1 ? '' : ` · × ${formatNumber(weights.gain)}`;
  return `Random · seed ${weights.seed}${gain}`;
}
