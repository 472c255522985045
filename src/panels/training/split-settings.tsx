import type { SplitSpec } from '../../recipe/task';
import { SEED } from '../../recipe/validate';
import { NumberSetting } from './number-setting';

interface SplitSettingsProps {
  split: SplitSpec;
  onChange: (split: SplitSpec) => void;
}

const COUNT = { minimum: 0, maximum: 1_000_000_000, whole: true };

/** How large the parts are, and the seed that draws them; nothing for a split that comes with the graph. */
export function SplitSettings({ split, onChange }: SplitSettingsProps) {
  if (split.kind === 'given') return null;
  const share = (other: number) => ({ minimum: 0, maximum: 1 - other, whole: false });
  return (
    <div className="training-grid">
      <NumberSetting
        control="train-split-train"
        term={split.kind}
        label={split.kind === 'fraction' ? 'Training' : 'Each class'}
        value={split.train}
        range={split.kind === 'fraction' ? share(split.validation) : { ...COUNT, minimum: 1 }}
        onCommit={(train) => onChange({ ...split, train })}
      />
      <NumberSetting
        control="train-split-validation"
        term={split.kind}
        label="Validation"
        value={split.validation}
        range={split.kind === 'fraction' ? share(split.train) : COUNT}
        onCommit={(validation) => onChange({ ...split, validation })}
      />
      {split.kind === 'perClass' && (
        <NumberSetting
          {...{ control: 'train-split-test', term: 'perClass', label: 'Test', range: COUNT }}
          value={split.test}
          onCommit={(test) => onChange({ ...split, test })}
        />
      )}
      <NumberSetting
        {...{ control: 'train-split-seed', term: 'splitSeed', label: 'Split seed', range: SEED }}
        value={split.seed}
        onCommit={(seed) => onChange({ ...split, seed })}
      />
    </div>
  );
}
