import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { dispose, type Tensor, variableGrads } from '@tensorflow/tfjs-core';
import { openWasm } from '../../src/engine/wasm';
import { createModel, forward } from '../../src/gnn/models/model';
import { createAdam } from '../../src/gnn/training/adam';
import { crossEntropy, targetsOf } from '../../src/gnn/training/cross-entropy';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { PlainGraph } from '../../src/graph/plain';
import { completeRecipe } from '../../src/recipe/defaults';
import { defaultTask } from '../../src/recipe/task';
import { medianTime } from './timing';

const CLASSES = 7;

/** One step of Adam on a GCN of two layers over the graph's sparse features, on WASM: forward, backward and update. */
export async function timeTrainStep({ nodes, ...plain }: PlainGraph, width: number): Promise<number> {
  await openWasm();
  const count = typeof nodes === 'number' ? nodes : nodes.length;
  const labels = Array.from({ length: count }, (_, v) => v % CLASSES);
  const graph = graphFromPlain({ nodes, ...plain, labels });
  const model = createModel(
    graph,
    completeRecipe({ conv: 'gcn', hops: 2, width, input: { kind: 'given', normalise: 'row' } }),
  );
  const targets = targetsOf(
    Int32Array.from(labels),
    Int32Array.from({ length: 140 }, (_, v) => v),
    CLASSES,
  );
  const trained = Object.fromEntries(Object.entries(model.parameters).filter(([, { trainable }]) => trainable));
  const adam = createAdam(trained, defaultTask(false, 'gcn'));

  const step = async () => {
    const { value, grads } = variableGrads(() => crossEntropy(forward(model, { seed: 1 }).logits, targets));
    const byName: Record<string, Tensor> = {};
    for (const [name, { name: id }] of Object.entries(trained)) byName[name] = grads[id];
    adam.step(byName);
    dispose(grads);
    value.dispose();
  };
  const taken = await medianTime(step, 60);
  for (const one of [model, targets, adam]) one.dispose();
  return taken;
}
