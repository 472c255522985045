import type { Graph } from '../../graph/graph';
import type { Recipe } from '../../recipe/recipe';
import { inputFeatures } from '../models/input';
import { checkState, type StateDict } from '../models/parameters';
import { stackShape } from '../models/widths';

/**
 * Weights from outside as this recipe takes them on this graph. PyG's own MLP calls GIN's two linear maps `nn.lins.0` and
 * `nn.lins.1`; they are read as `nn.0` and `nn.2`, what a plain sequence of linear, ReLU, linear calls them.
 * Throws an error that names the tensor when one is missing, surplus, misshapen, or not finite.
 */
export function openWeights(graph: Graph, recipe: Recipe, given: StateDict): StateDict {
  const state = Object.fromEntries(Object.entries(given).map(([name, tensor]) => [sequential(name), tensor]));
  const { matrix } = inputFeatures(graph, recipe.input, recipe.width);
  checkState(recipe, stackShape(recipe, matrix.columns, graph), state);
  for (const [name, { shape, data }] of Object.entries(state)) {
    const size = shape.reduce((product, side) => product * side, 1);
    if (data.length !== size) {
      throw new Error(
        `Weights: "${name}" has ${data.length} values, but its shape (${shape.join(', ')}) takes ${size}.`,
      );
    }
    if (!data.every(Number.isFinite))
      throw new Error(`Weights: "${name}" holds a value that is infinite or not a number.`);
  }
  return state;
}

function sequential(name: string): string {
  return name.replace(/^(convs\.\d+\.nn)\.lins\.([01])\./, (_, nn: string, i: string) => `${nn}.${2 * Number(i)}.`);
}
