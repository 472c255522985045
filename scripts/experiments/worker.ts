import { useBackend } from '../../src/gnn/testing/node';
import { trainNodes } from '../../src/gnn/training/train-nodes';
import { factsOf } from '../../src/recipe/facts';
import { validateRecipe } from '../../src/recipe/validate';
import { validateTask } from '../../src/recipe/validate-task';
import { readCora } from './cora';
import type { Run } from './results.mjs';
import type { Specification } from './specification.mjs';

/** A process of its own that makes one run after the other, as its parent asks. */

const folder = process.env.HOPSCOPE_DATASETS ?? '';
const cora = readCora(folder);
await useBackend('wasm');

async function make({ recipe, task }: Specification, seed: number): Promise<Run> {
  const checked = validateRecipe({ ...recipe, weights: { kind: 'random', seed, gain: 1 } }, factsOf(cora));
  const { report } = await trainNodes(
    cora,
    checked,
    validateTask({ traceEvery: 0, ...task, seed, baselines: false }, cora.split !== null, checked.conv),
    { onProgress() {}, stop: async () => false },
  );
  const { accuracy, epoch } = report.best;
  if (report.divergence) throw new Error(report.divergence.message);
  if (accuracy.test === null || accuracy.validation === null) throw new Error('The split has nothing to test on.');
  return {
    seed,
    test: accuracy.test,
    validation: accuracy.validation,
    bestEpoch: epoch,
    epochs: report.curve.length - 1,
    seconds: Math.round(report.milliseconds / 10) / 100,
  };
}

process.on('message', async ({ specification, seed }: { specification: Specification; seed: number }) => {
  try {
    process.send?.({ run: await make(specification, seed) });
  } catch (error) {
    process.send?.({ error: error instanceof Error ? error.message : String(error) });
  }
});
process.send?.({ ready: true });
