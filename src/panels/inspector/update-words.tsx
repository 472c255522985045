import { DESCRIPTORS } from '../../recipe/descriptors';
import type { Recipe } from '../../recipe/recipe';
import { InlineFormula } from './formula';

/** What makes the update of the aggregate, and all that goes into it besides. */
export function UpdateWords({ recipe }: { recipe: Recipe }) {
  const { mapped, besides } = updateOf(recipe);
  return (
    <>
      {mapped ? 'after the linear map' : 'the aggregate'}
      {besides.map(({ words, term }) => (
        <span key={term}>
          , with {words} <InlineFormula text={term} />
        </span>
      ))}
    </>
  );
}

/** Terms of an equation that come from the node itself and not by a message: "W_r h_v", "0.1 h⁰_v". */
const OWN = /(?:\([^()]*\) |[^\s([]+ )?h(⁰?)_v/g;

interface UpdateParts {
  /** Whether a linear map acts on the aggregate. */
  mapped: boolean;
  /** What of the node goes in besides the aggregate, as the layer's equation has it. */
  besides: { words: string; term: string }[];
}

/** By the layer's own equation. Without message passing the node's own vector is all there is to aggregate. */
export function updateOf({ conv, options, aggr, weights }: Recipe): UpdateParts {
  const { equation, radius } = DESCRIPTORS[conv];
  const text = equation({ options, aggr: aggr ?? null, identity: weights.kind === 'identity' });
  const besides = new Map<string, string>();
  for (const [term, initial] of radius === 0 ? [] : text.matchAll(OWN)) {
    const words = initial ? 'the node’s input' : 'the node’s own vector';
    if (!besides.has(words)) besides.set(words, term.replace(/^[+−] /, ''));
  }
  return { mapped: /[WV]/.test(text), besides: Array.from(besides, ([words, term]) => ({ words, term })) };
}
