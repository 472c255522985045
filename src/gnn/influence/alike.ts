import { DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { isBare } from '../models/widths';

/**
 * Whether layer `layer` does one linear thing to every column alike: then its derivative is one number for each pair of nodes,
 * times the identity, and one column says it all. So it is where nothing maps, bends or rescales the rows: propagation with
 * identity weights, and the later hops of layers that map once or never.
 */
export function treatsColumnsAlike(recipe: Recipe, layer: number): boolean {
  const { weights, norm, activation, aggr } = recipe;
  const bare = isBare(recipe, layer) || (norm === 'none' && activation === 'none');
  if (!bare || aggr === 'max') return false;
  const { width, oneModule } = DESCRIPTORS[recipe.conv];
  const maps = weights.kind === 'identity' ? 'never' : width === 'kept' && oneModule ? 'never' : width;
  return maps === 'never' || (maps === 'once' && layer > 0);
}
