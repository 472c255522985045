import {
  fittingHops,
  fittingWidth,
  gibibytes,
  hopMemory,
  type Sized,
  WORKING_BUDGET,
  widthAdvice,
} from '../models/working-memory';

/** What a hop of a step leaves behind beside its convolution and norm, in copies of its rows: activation, dropout, gradients. */
const COPIES = 5;

/** Throws before the first step when a training would not fit; says by how much and what would. */
export function refuseBeyondTraining(sized: Sized): void {
  const { graph, recipe } = sized;
  const bytes = trainingBytes(sized);
  if (bytes <= WORKING_BUDGET) return;
  const hops = fittingHops(sized, trainingBytes);
  const fewer = hops > 0 ? `at most ${hops} ${hops === 1 ? 'hop' : 'hops'}, or ` : '';
  const { what } = hopMemory(sized, 0, COPIES);
  throw new Error(
    `Training keeps every hop for its gradient: about ${gibibytes(bytes)} GiB for ${recipe.hops} hops of ` +
      `${graph.nodeCount.toLocaleString('en')} nodes${what}, and the budget is ${gibibytes(WORKING_BUDGET)}. ` +
      `Take ${fewer}${widthAdvice(recipe, fittingWidth(sized, trainingBytes))}.`,
  );
}

function trainingBytes(sized: Sized): number {
  let bytes = 0;
  for (let layer = 0; layer < sized.recipe.hops; layer++) bytes += hopMemory(sized, layer, COPIES).bytes;
  return bytes;
}
