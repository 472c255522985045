import { formatNumber, formatShare } from '../../charts/numbers';
import { REWIRING_RANGES, type Rewiring } from '../../recipe/rewiring';
import { Button } from '../../ui/button';
import { Slider } from '../../ui/slider';
import type { RecipeChange } from '../top-bar/change';

/** How much is rewired. */
export function RewiringFields({ rewiring, onChange }: { rewiring: Rewiring; onChange: RecipeChange }) {
  const change = (to: Rewiring) => onChange({ rewiring: to });
  if (rewiring.kind === 'gdc') {
    return (
      <>
        <Slider
          control="rewiring-k"
          label="Strongest nodes heard (k)"
          step={1}
          {...{ value: rewiring.k, minimum: REWIRING_RANGES.k.minimum, maximum: 32 }}
          onCommit={(k) => change({ ...rewiring, k })}
        />
        <Slider
          control="rewiring-alpha"
          label="Return to the node itself (α)"
          step={0.01}
          {...{ value: rewiring.alpha, minimum: 0.01, maximum: 0.5, format: formatNumber }}
          onCommit={(alpha) => change({ ...rewiring, alpha })}
        />
      </>
    );
  }
  return (
    <>
      <Slider
        control="rewiring-share"
        label={rewiring.kind === 'flip' ? 'Flips, of all edges' : 'Edges added, of all'}
        step={0.05}
        {...{ value: rewiring.share, minimum: 0, maximum: 1, format: formatShare }}
        onCommit={(share) => change({ ...rewiring, share })}
      />
      {rewiring.kind === 'flip' && (
        <Button control="rewiring-redraw" onClick={() => change({ ...rewiring, seed: rewiring.seed + 1 })}>
          Flip others with seed {rewiring.seed + 1}
        </Button>
      )}
    </>
  );
}
