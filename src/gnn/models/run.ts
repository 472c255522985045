import { type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { type Features, isSparse } from '../layers/convolution';
import { refuseBeyondBudget, traceBytes } from './budget';
import { matrixBytes } from './dense';
import { inputFeatures } from './input';
import { type Model, modelOf, needsDense, stackOf, stateOf } from './model';
import { drawParameters, type StateDict } from './parameters';
import { encode, nextHop, readout, type Stack } from './stack';
import { stackShape } from './widths';
import { refuseBeyondWorkingMemory } from './working-memory';

/** Everything a run computed, on the host. */
export interface Embeddings {
  /** (K+1) H at each hop, (N, widths[k]); hop 0 is sparse where the input is. */
  hops: FeatureMatrix[];
  widths: number[];
  /** (N, classes), or (N, width) on a graph without labels; what the decoder makes of the hops, or the last one. */
  logits: FeatureMatrix;
  parameters: StateDict;
  inputDescription: string;
  bytes: number;
}

/**
 * Runs a recipe on a graph: hops 0…K, each read back to the host as soon as it is computed. On the backend set in
 * TensorFlow.js; every tensor made is disposed, also when it throws.
 *
 * @param afterHop called with each hop once it is on the host, in order; may wait, and may throw to stop the run.
 * @param state the parameters to run with; drawn from the recipe's seed without it.
 * Throws before computing when the trace is over budget or the graph lacks what the input asks for, and at the first hop that
 * holds a value that is not finite.
 */
export async function runRecipe(
  graph: Graph,
  recipe: Recipe,
  afterHop: (hop: number, embedding: FeatureMatrix) => void | Promise<void>,
  state?: StateDict,
): Promise<Embeddings> {
  if (graph.nodeCount === 0) throw new Error('This graph has no nodes, so there is nothing to compute.');
  const facts = factsOf(graph);
  const input = inputFeatures(graph, recipe.input, recipe.width);
  const shape = stackShape(recipe, input.matrix.columns, graph);
  const { widths } = shape;
  const laidOut = needsDense(recipe, input.matrix, widths) || recipe.encoder !== 'none';
  const inputBytes = laidOut ? graph.nodeCount * widths[0] * 4 : matrixBytes(input.matrix);
  const bytes = traceBytes(graph.nodeCount, widths, inputBytes);
  refuseBeyondBudget(recipe, facts, widths, bytes);
  refuseBeyondWorkingMemory({ graph, recipe, shape });

  const parameters = state ?? drawParameters(recipe, shape);
  const model = modelOf(graph, recipe, { shape, ...input }, parameters);
  try {
    const { hops, logits } = await traceHops(model, state === undefined, afterHop);
    return {
      hops,
      widths,
      logits,
      parameters: { ...parameters, ...(await buffersOf(model)) },
      inputDescription: input.description,
      bytes,
    };
  } finally {
    model.dispose();
  }
}

async function traceHops(
  model: Model,
  untrained: boolean,
  afterHop: (hop: number, embedding: FeatureMatrix) => void | Promise<void>,
): Promise<{ hops: FeatureMatrix[]; logits: FeatureMatrix }> {
  const { recipe, input } = model;
  // Weights that nobody trained take the statistics of their norms from this graph.
  const stack: Stack = { ...stackOf(model, null), statistics: untrained ? 'calibration' : 'evaluation' };
  const gathers = recipe.jump !== 'last' || DESCRIPTORS[recipe.conv].gathersHops === true;
  const owned: Tensor2D[] = [];
  const own = (made: Tensor2D): Tensor2D => {
    owned.push(made);
    return made;
  };
  try {
    const encoded = recipe.encoder === 'none' ? null : own(tidy(() => encode(stack, input)));
    const initial: Features = encoded ?? input;
    const onDevice = [initial];
    const hops = [encoded ? await download(encoded, 'At hop 0 the embedding') : model.matrix];
    await afterHop(0, hops[0]);
    for (let layer = 0; layer < recipe.hops; layer++) {
      const next = own(tidy(() => nextHop(stack, layer, onDevice[layer], initial)));
      onDevice.push(next);
      // The hop before is of no more use, unless it is H⁰, which a residual may want, or they are all gathered at the end.
      const before = onDevice[layer];
      if (layer > 0 && !gathers && !isSparse(before)) before.dispose();
      hops.push(await download(next, `At hop ${layer + 1} the embedding`));
      await afterHop(layer + 1, hops[layer + 1]);
    }
    if (recipe.decoder === 'none' && !gathers) return { hops, logits: hops[recipe.hops] };
    const logits = own(tidy(() => readout(stack, onDevice)));
    return { hops, logits: await download(logits, 'The output') };
  } finally {
    for (const one of owned) one.dispose();
  }
}

/** What the norms remember by now; the parameters are still as they were. */
async function buffersOf({ parameters }: Model): Promise<StateDict> {
  const buffers = Object.entries(parameters).filter(([, one]) => !one.trainable);
  return stateOf({ parameters: Object.fromEntries(buffers) });
}

async function download(rows: Tensor2D, what: string): Promise<FeatureMatrix> {
  const data = (await rows.data()) as Float32Array;
  if (!data.every(Number.isFinite)) {
    throw new Error(`${what} left the range of 32-bit numbers. Take a smaller gain, fewer hops, or a norm.`);
  }
  return { kind: 'dense', rows: rows.shape[0], columns: rows.shape[1], data };
}
