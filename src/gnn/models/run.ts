import { type Tensor1D, type Tensor2D, tidy } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { type Features, isSparse, type Propagation } from '../layers/convolution';
import { linear } from '../layers/linear';
import { CONVOLUTIONS } from '../layers/registry';
import { block } from './block';
import { refuseBeyondBudget, refuseBeyondDevice, traceBytes } from './budget';
import { matrixBytes, toDense } from './dense';
import { featuresOnDevice, messagesOnDevice, type OnDevice, parametersOnDevice } from './device';
import { inputFeatures } from './input';
import { drawParameters, layerParameters, type StateDict } from './parameters';
import { hopWidths, isBare } from './widths';

/** Everything a run computed, on the host. */
export interface Embeddings {
  /** (K+1) H at each hop, (N, widths[k]); hop 0 is sparse where the input is. */
  hops: FeatureMatrix[];
  widths: number[];
  parameters: StateDict;
  inputDescription: string;
  bytes: number;
}

/**
 * Runs a recipe on a graph: hops 0…K, each read back to the host as soon as it is computed. On the backend set in
 * TensorFlow.js; every tensor made is disposed, also when it throws.
 *
 * @param largestBuffer most bytes the backend takes as one buffer.
 * @param afterHop called with each hop once it is on the host, in order; may wait, and may throw to stop the run.
 * Throws before computing when the trace is over budget or the graph lacks what the input asks for, and at the first hop that
 * holds a value that is not finite.
 */
export async function runRecipe(
  graph: Graph,
  recipe: Recipe,
  largestBuffer: number,
  afterHop: (hop: number, embedding: FeatureMatrix) => void | Promise<void>,
): Promise<Embeddings> {
  if (graph.nodeCount === 0) throw new Error('This graph has no nodes, so there is nothing to compute.');
  const facts = factsOf(graph);
  const input = inputFeatures(graph, recipe.input, recipe.width);
  const widths = hopWidths(recipe, input.matrix.columns, facts);
  const dense = needsDense(recipe, input.matrix, widths);
  const laidOut = dense || recipe.encoder === 'linear';
  const inputBytes = laidOut ? graph.nodeCount * widths[0] * 4 : matrixBytes(input.matrix);
  const bytes = traceBytes(graph.nodeCount, widths, inputBytes);
  refuseBeyondBudget(recipe, facts, widths, bytes);
  refuseBeyondDevice(facts, widths, largestBuffer);

  const parameters = drawParameters(recipe, input.matrix.columns, widths);
  const matrix = dense ? toDense(input.matrix) : input.matrix;
  const hops = await propagateHops(graph, recipe, matrix, parameters, afterHop);
  return { hops, widths, parameters, inputDescription: input.description, bytes };
}

/** Sparse rows are multiplied by weights as they are; propagated without weights or added to a hop they have to be dense. */
function needsDense(recipe: Recipe, input: FeatureMatrix, widths: number[]): boolean {
  if (input.kind === 'dense' || recipe.encoder === 'linear') return false;
  return recipe.weights.kind === 'identity' || (recipe.residual !== 'none' && widths.slice(1).includes(input.columns));
}

async function propagateHops(
  graph: Graph,
  recipe: Recipe,
  input: FeatureMatrix,
  state: StateDict,
  afterHop: (hop: number, embedding: FeatureMatrix) => void | Promise<void>,
): Promise<FeatureMatrix[]> {
  const convolution = CONVOLUTIONS[recipe.conv];
  const owned: { dispose(): void }[] = [];
  const own = <T>(made: OnDevice<T>): T => {
    owned.push(made);
    return made.value;
  };
  try {
    let current: Features = own(featuresOnDevice(input));
    let host = input;
    if (recipe.encoder === 'linear') {
      const x = current;
      const encoder = own(parametersOnDevice({ weight: state['encoder.weight'], bias: state['encoder.bias'] }));
      current = tidy(() => linear(x, encoder.weight as Tensor2D, encoder.bias as Tensor1D));
      owned.push(current);
      host = await download(current, 0);
    }
    const initial = isSparse(current) ? null : current;
    const hops = [host];
    await afterHop(0, host);
    const messages = convolution.messages(graph, recipe.options);
    const propagation: Propagation | null = messages && own(messagesOnDevice(messages));
    for (let layer = 0; layer < recipe.hops; layer++) {
      const x: Features = current;
      const weights = parametersOnDevice(layerParameters(state, layer));
      const next: Tensor2D = tidy(() =>
        block(
          recipe,
          isBare(recipe, layer),
          convolution.forward(x, propagation, weights.value),
          isSparse(x) ? null : x,
          initial,
        ),
      );
      owned.push(next);
      weights.dispose();
      // The hop before is of no more use, unless it is H⁰, which a residual may want at every hop.
      if (!isSparse(x) && x !== initial) x.dispose();
      current = next;
      hops.push(await download(next, layer + 1));
      await afterHop(layer + 1, hops[layer + 1]);
    }
    return hops;
  } finally {
    for (const one of owned) one.dispose();
  }
}

async function download(rows: Tensor2D, hop: number): Promise<FeatureMatrix> {
  const data = (await rows.data()) as Float32Array;
  if (!data.every(Number.isFinite)) {
    throw new Error(
      `At hop ${hop} the embedding left the range of 32-bit numbers. Take a smaller gain, fewer hops, or a norm.`,
    );
  }
  return { kind: 'dense', rows: rows.shape[0], columns: rows.shape[1], data };
}
