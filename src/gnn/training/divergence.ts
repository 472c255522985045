import { tidy } from '@tensorflow/tfjs-core';
import { isSparse } from '../layers/convolution';
import { forward, type Model } from '../models/model';
import { convolutionAt } from '../models/parameters';
import type { Divergence } from './report';

/**
 * Where a model that gives values that are not finite begins to: the first such hop, and the first such parameter.
 * @param epoch after which it was seen.
 */
export async function findDivergence(model: Model, epoch: number, learningRate: number): Promise<Divergence> {
  const hop = await firstHop(model);
  const parameter = await firstParameter(model);
  return {
    epoch,
    hop,
    parameter,
    message: `At epoch ${epoch} ${whatHappened(model, hop, parameter)}. ${advice(model, epoch, learningRate)}`,
  };
}

function whatHappened(model: Model, hop: number | null, parameter: string | null): string {
  if (hop === null && parameter !== null) {
    return `the numbers of ${parameter} stopped being finite, though every hop still is`;
  }
  const where =
    hop === null ? 'every hop is finite, so it is the loss that is too large' : `it began at ${nameOfHop(model, hop)}`;
  const broken = parameter === null ? '' : `, where the weights ${parameter} are no longer finite`;
  return `the loss stopped being finite: ${where}${broken}`;
}

/** A hop with the layer whose output it is: "hop 3, the output of layer 3 (convs.2)". */
function nameOfHop({ recipe }: Model, hop: number): string {
  if (hop > recipe.hops) return 'the decoder';
  if (hop === 0) return 'hop 0, the output of the encoder';
  return `hop ${hop}, the output of layer ${hop} (${convolutionAt(recipe, hop - 1)})`;
}

async function firstHop(model: Model): Promise<number | null> {
  const rows = tidy(() => {
    const { hops, logits } = forward(model);
    return [...hops.flatMap((hop) => (isSparse(hop) ? [] : [hop])), logits];
  });
  // A sparse input has no tensor here, and it is finite: it came from a file that was checked.
  const first = model.recipe.hops + 2 - rows.length;
  try {
    for (const [i, tensor] of rows.entries()) if (!(await allFinite(tensor))) return first + i;
    return null;
  } finally {
    // Without encoder hop 0 is the input itself, which the model keeps.
    for (const tensor of rows) if (tensor !== model.input) tensor.dispose();
  }
}

async function firstParameter({ parameters }: Model): Promise<string | null> {
  for (const [name, variable] of Object.entries(parameters)) if (!(await allFinite(variable))) return name;
  return null;
}

async function allFinite(tensor: { data(): Promise<ArrayLike<number>> }): Promise<boolean> {
  return Array.prototype.every.call(await tensor.data(), Number.isFinite);
}

function advice({ recipe }: Model, epoch: number, learningRate: number): string {
  if (epoch === 0) return 'Take a smaller gain, fewer hops, or a norm.';
  const lower = `a learning rate of ${Number((learningRate / 10).toPrecision(3))}`;
  return recipe.norm === 'none' ? `Try ${lower}, or a norm such as "layer".` : `Try ${lower}, or fewer hops.`;
}
