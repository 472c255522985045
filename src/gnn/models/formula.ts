import type { Recipe } from '../../recipe/recipe';
import { isBare } from './widths';

/** What one hop computes, as plain text, e.g. "h′_v = tanh(W Σ_u a_vu h_u + b)"; `layer` counts from 0. */
export function explainedFormula(recipe: Recipe, layer: number): string {
  let body = convolutionFormula(recipe);
  if (!isBare(recipe, layer)) {
    if (recipe.norm !== 'none') body = `${recipe.norm}-norm(${body})`;
    if (recipe.activation !== 'none') body = `${recipe.activation}(${body})`;
  }
  if (recipe.residual === 'skip') body = `${body} + h_v`;
  if (recipe.residual === 'initial') {
    const alpha = Number(recipe.options.alpha);
    body = `${Number((1 - alpha).toPrecision(6))} ${body} + ${alpha} h⁰_v`;
  }
  return `h′_v = ${body}`;
}

function convolutionFormula({ conv, weights, options }: Recipe): string {
  const identity = weights.kind === 'identity';
  switch (conv) {
    case 'gcn':
      return identity ? 'Σ_u a_vu h_u' : 'W Σ_u a_vu h_u + b';
    case 'sage':
      if (identity) return 'mean_u h_u';
      return options.root === false ? 'W_l mean_u h_u + b_l' : 'W_l mean_u h_u + b_l + W_r h_v';
    case 'mlp':
      return 'W h_v + b';
  }
}
