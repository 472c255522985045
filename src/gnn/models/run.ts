import { type Tensor2D, tensor2d, tidy } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { firstRows } from '../../graph/matrix-rows';
import { DESCRIPTORS } from '../../recipe/descriptors';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { type Features, isSparse } from '../layers/convolution';
import { refuseBeyondBudget, traceBytes } from './budget';
import { matrixBytes, toDense } from './dense';
import { type Model, modelOf, needsDense, ofNodes, prepare, stackOf, stateOf } from './model';
import { drawParameters, type StateDict } from './parameters';
import { encode, nextHop, readout, type Stack } from './stack';
import { refuseBeyondWorkingMemory } from './working-memory';

/** Everything a run computed, on the host. */
export interface Embeddings {
  /**
   * (K+1) H at each hop, (N, widths[k]), and after the graph's own nodes the rows of its virtual nodes, where it has them; hop 0
   * is sparse where the input is.
   */
  hops: FeatureMatrix[];
  widths: number[];
  /** (N, classes), or (N, width) on a graph without labels; what the decoder makes of the hops, or the last one. */
  logits: FeatureMatrix;
  parameters: StateDict;
  inputDescription: string;
  bytes: number;
}

/** The first hops of another run, and what it ran with. */
export interface KnownHops {
  hops: readonly FeatureMatrix[];
  parameters: StateDict;
}

/**
 * Runs a recipe on a graph: hops 0…K, each read back to the host as soon as it is computed. On the backend set in
 * TensorFlow.js; every tensor made is disposed, also when it throws.
 *
 * @param afterHop called with each hop, the graph's own nodes alone, once it is on the host, in order; may wait, and may throw to stop the run.
 * @param state the parameters to run with; drawn from the recipe's seed without it.
 * @param known leading hops that are as another run of this recipe, with these parameters, left them; they are not computed.
 * Throws before computing when the trace is over budget or the graph lacks what the input asks for, and at the first hop that
 * holds a value that is not finite.
 */
export async function runRecipe(
  graph: Graph,
  recipe: Recipe,
  afterHop: (hop: number, embedding: FeatureMatrix) => void | Promise<void>,
  state?: StateDict,
  known: KnownHops = { hops: [], parameters: {} },
): Promise<Embeddings> {
  const prepared = prepare(graph, recipe);
  const { shape, matrix, description } = prepared;
  const { widths } = shape;
  const laidOut = needsDense(recipe, matrix, widths) || recipe.encoder !== 'none';
  const inputBytes = laidOut ? matrix.rows * widths[0] * 4 : matrixBytes(matrix);
  const bytes = traceBytes(matrix.rows, widths, inputBytes);
  refuseBeyondBudget(recipe, factsOf(graph), widths, bytes);
  refuseBeyondWorkingMemory({ graph, recipe, shape });

  const parameters = state ?? drawParameters(recipe, shape);
  const model = modelOf(graph, recipe, prepared, parameters);
  try {
    const { hops, logits } = await traceHops(model, state === undefined, afterHop, known.hops);
    return {
      hops,
      widths,
      logits,
      parameters: { ...parameters, ...(await buffersOf(model)), ...rememberedBefore(known) },
      inputDescription: description,
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
  known: readonly FeatureMatrix[],
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
    const read = async (hop: number, rows: Tensor2D) =>
      known[hop] ?? (await download(rows, `At hop ${hop} the embedding`));
    const encoded =
      recipe.encoder === 'none' ? null : own(known.length > 0 ? upload(known[0]) : tidy(() => encode(stack, input)));
    const initial: Features = encoded ?? input;
    const onDevice = [initial];
    const hops = [encoded ? await read(0, encoded) : model.matrix];
    const told = (hop: number) => afterHop(hop, firstRows(hops[hop], model.graph.nodeCount));
    await told(0);
    for (let layer = 0; layer < recipe.hops; layer++) {
      const there = known[layer + 1];
      const next = own(there ? upload(there) : tidy(() => nextHop(stack, layer, onDevice[layer], initial)));
      onDevice.push(next);
      // The hop before is of no more use, unless it is H⁰, which a residual may want, or they are all gathered at the end.
      const before = onDevice[layer];
      if (layer > 0 && !gathers && !isSparse(before)) before.dispose();
      hops.push(await read(layer + 1, next));
      await told(layer + 1);
    }
    if (recipe.decoder === 'none' && !gathers)
      return { hops, logits: firstRows(hops[recipe.hops], model.graph.nodeCount) };
    const logits = own(tidy(() => ofNodes(readout(stack, onDevice), model)));
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

/** What the norms before the first hop that was computed remember: they have seen nothing in this run. */
function rememberedBefore({ hops, parameters }: KnownHops): StateDict {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name]) => {
      const [, layer] = /^norms\.(\d+)\./.exec(name) ?? [];
      return layer !== undefined && Number(layer) < hops.length - 1;
    }),
  );
}

function upload(rows: FeatureMatrix): Tensor2D {
  const { data, columns } = toDense(rows);
  return tensor2d(data, [rows.rows, columns]);
}

async function download(rows: Tensor2D, what: string): Promise<FeatureMatrix> {
  const data = (await rows.data()) as Float32Array;
  if (!data.every(Number.isFinite)) {
    throw new Error(`${what} left the range of 32-bit numbers. Take a smaller gain, fewer hops, or a norm.`);
  }
  return { kind: 'dense', rows: rows.shape[0], columns: rows.shape[1], data };
}
