import type { Model } from '../models/model';

/** The most bytes a training may hold for its gradients at once: WebAssembly has 4 GiB in all, and a browser tab seldom more. */
export const TRAINING_BUDGET = 2 * 2 ** 30;

/** What a hop of a step leaves behind, in copies of its rows: convolution, norm, activation, dropout and their gradients. */
const COPIES = 8;

/** The parts of a model that its size follows from. */
type Trained = Pick<Model, 'graph' | 'recipe'> & { shape: Pick<Model['shape'], 'widths'> };

/** Throws before the first step when a training would not fit; says by how much and what would. */
export function refuseBeyondTraining({ graph, recipe, shape: { widths } }: Trained): void {
  const columns = widths.slice(1).reduce((sum, width) => sum + width, 0);
  const bytes = graph.nodeCount * columns * 4 * COPIES;
  if (bytes <= TRAINING_BUDGET) return;
  const fitting = Math.floor(TRAINING_BUDGET / (graph.nodeCount * 4 * COPIES * Math.max(...widths.slice(1))));
  const fewer = fitting > 0 ? `at most ${fitting} hops, or ` : '';
  throw new Error(
    `Training keeps every hop for its gradient: about ${gibibytes(bytes)} GiB for ${recipe.hops} hops of ` +
      `${graph.nodeCount.toLocaleString('en')} nodes, and the budget is ${gibibytes(TRAINING_BUDGET)}. ` +
      `Take ${fewer}a smaller width.`,
  );
}

function gibibytes(bytes: number): string {
  return (bytes / 2 ** 30).toFixed(1);
}
