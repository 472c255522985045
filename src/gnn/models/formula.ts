import { DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { isBare } from './widths';

/** What one hop computes, as plain text, e.g. "h′_v = tanh(W Σ_u a_vu h_u + b)"; `layer` counts from 0. */
export function explainedFormula(recipe: Recipe, layer: number): string {
  const identity = recipe.weights.kind === 'identity';
  let body = DESCRIPTORS[recipe.conv].equation({
    ...{ options: recipe.options, aggr: recipe.aggr ?? null },
    ...{ identity, layer, layers: recipe.hops },
  });
  if (!isBare(recipe, layer)) {
    if (recipe.norm !== 'none') body = `${recipe.norm}-norm(${body})`;
    if (recipe.activation !== 'none') body = `${recipe.activation}(${body})`;
  }
  if (recipe.residual === 'skip') body = `${body} + h_v`;
  if (recipe.residual === 'initial') {
    const alpha = Number(recipe.options.alpha);
    body = `${Number((1 - alpha).toPrecision(6))} ${enclosed(body)} + ${alpha} h⁰_v`;
  }
  return `h′_v = ${body}`;
}

/** A sum in brackets, so that a factor before it means all of it. */
function enclosed(body: string): string {
  return /^\w+\(.*\)$/.test(body) || !body.includes(' + ') ? body : `(${body})`;
}
