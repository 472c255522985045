import '@tensorflow/tfjs-core/dist/register_all_gradients';
import { dispose, getBackend, type Tensor, tidy, variableGrads } from '@tensorflow/tfjs-core';
import { createModel, forward, type Model } from '../../src/gnn/models/model';
import { createAdam } from '../../src/gnn/training/adam';
import { crossEntropy, targetsOf } from '../../src/gnn/training/cross-entropy';
import { completeRecipe } from '../../src/recipe/defaults';
import { readGraph, readState } from './read-workload';
import { type Samples, timed } from './timing';

const LEARNING_RATE = 0.01;

/** A workload of workload.mjs on the backend that was set when it was opened: what scripts/pyg/bench.py is to PyTorch. */
export interface Gcn {
  forward(times: number): Promise<Samples>;
  /** A step of Adam down the cross-entropy over all nodes; each goes on from where the last one left the parameters. */
  train(times: number): Promise<Samples>;
  dispose(): void;
}

export async function openGcn(address: string): Promise<Gcn> {
  const { shape, graph } = await readGraph(address);
  const recipe = completeRecipe({
    conv: 'gcn',
    hops: 2,
    width: shape.hidden,
    input: { kind: 'given', normalise: 'none' },
  });
  const model = createModel(graph, recipe, await readState(address, graph, recipe));
  const labels = graph.labels ?? new Int32Array(shape.nodes);
  const everyNode = Int32Array.from(labels.keys());
  const targets = targetsOf(labels, everyNode, shape.classes);
  const adam = createAdam(model.parameters, { learningRate: LEARNING_RATE, weightDecay: 0, groups: [] });

  const step = async () => {
    const { value, grads } = variableGrads(() => crossEntropy(forward(model, { seed: 1 }).logits, targets));
    const byName: Record<string, Tensor> = {};
    for (const [name, { name: id }] of Object.entries(model.parameters)) byName[name] = grads[id];
    adam.step(byName);
    dispose(grads);
    const [loss] = await value.data();
    value.dispose();
    return loss;
  };
  return {
    forward: (times) => timed(() => computeLogits(model), times),
    train: (times) => timed(step, times),
    dispose() {
      for (const one of [model, targets, adam]) one.dispose();
    },
  };
}

/** On WASM they are there when the call returns; elsewhere that is only known once they are read back. */
async function computeLogits(model: Model): Promise<void> {
  const logits = tidy(() => forward(model).logits);
  if (getBackend() !== 'wasm') await logits.data();
  logits.dispose();
}
