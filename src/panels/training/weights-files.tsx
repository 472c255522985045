import { useRef } from 'react';
import { attempt } from '../../store/attempt';
import { useStore } from '../../store/store';
import { openWeightsFile, weightsFile } from '../../store/training';
import { Button } from '../../ui/button';
import { fileName, saveFile } from '../../ui/save-file';
import { TrainingTerm } from './training-term';

/** The parameters on screen, out to a file and in from one. */
export function WeightsFiles({ disabled }: { disabled: boolean }) {
  const picker = useRef<HTMLInputElement>(null);
  const hasNone = useStore((state) => state.trace === null || state.recipe.weights.kind === 'identity');
  return (
    <div className="training-row">
      <TrainingTerm name="safetensors">Weights on screen</TrainingTerm>
      <span className="training-buttons">
        <Button
          control="save-weights"
          disabled={disabled || hasNone}
          title={hasNone ? 'Identity weights are no parameters.' : undefined}
          onClick={() => void attempt('The weights could not be saved', saveWeights)}
        >
          Save
        </Button>
        <Button control="open-weights" disabled={disabled} onClick={() => picker.current?.click()}>
          Open…
        </Button>
      </span>
      <input
        ref={picker}
        type="file"
        hidden
        accept=".safetensors"
        data-control="open-weights-input"
        aria-label="Weights, a safetensors file"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file can be opened again.
          event.target.value = '';
          if (file) void attempt('The weights could not be opened', () => openWeightsFile(file));
        }}
      />
    </div>
  );
}

async function saveWeights(): Promise<void> {
  const { graph, recipe } = useStore.getState();
  const bytes = new Uint8Array(await weightsFile());
  saveFile(
    new Blob([bytes], { type: 'application/octet-stream' }),
    `${fileName(`${graph?.name ?? 'graph'} ${recipe.conv} ${recipe.hops}`)}.safetensors`,
  );
}
