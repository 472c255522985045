import type { Recipe } from '../../src/recipe/recipe';
import type { Draft } from './draft';

/**
 * The recipe as a refusal's own words would have it: a message that says what is wrong has to say what would be right.
 * It never takes back what the run is there to try, convolution, norm and residual.
 *
 * @returns null when the message says nothing that could be done.
 */
export function asAdvised(recipe: Draft, message: string): Draft | null {
  for (const { says, take } of ADVICE) {
    const found = says.exec(message);
    if (found) return take(recipe, found.slice(1));
  }
  return null;
}

interface Advice {
  says: RegExp;
  take(recipe: Draft, words: string[]): Draft;
}

/** The first that fits decides. */
const ADVICE: Advice[] = [
  // A value on its own.
  { says: /^Recipe: (\S+) is .* The nearest is "(\w+)"\.$/, take: (recipe, [field, name]) => set(recipe, field, name) },
  { says: /^Recipe: (\S+) is .* The nearest is (\S+)\.$/, take: (recipe, [field, n]) => set(recipe, field, Number(n)) },
  { says: /^Recipe: (\S+) is .* but it can be "(\w+)"/, take: (recipe, [field, name]) => set(recipe, field, name) },
  { says: /^Recipe: (\S+) is .* but it can be true or false/, take: (recipe, [field]) => set(recipe, field, true) },
  {
    says: /^Recipe: options of \w+ has no "(\w+)"/,
    take: (recipe, [name]) => set(recipe, `options.${name}`, undefined),
  },
  { says: /^Recipe: (\S+) is .* leave it out/, take: (recipe, [field]) => set(recipe, field, undefined) },
  // Values that are not legal together.
  { says: /^Recipe: heads is .* take (\d+)/, take: (recipe, [heads]) => ({ ...recipe, heads: Number(heads) }) },
  { says: /the nearest width is (\d+)/, take: (recipe, [width]) => ({ ...recipe, width: Number(width) }) },
  { says: /^Recipe: input\.kind is .* take "(\w+)"/, take: (recipe, [kind]) => set(recipe, 'input', { kind }) },
  { says: /take (encoder|decoder|jump) "(\w+)"/, take: (recipe, [field, name]) => set(recipe, field, name) },
  { says: /(encoder|decoder) is "linear".* take "none"/, take: (recipe, [field]) => set(recipe, field, 'none') },
  { says: /take .*random weights/i, take: (recipe) => ({ ...recipe, weights: { kind: 'random', seed: 7, gain: 1 } }) },
  // What a graph refuses.
  {
    says: /Take random flips \(flip\)/,
    take: (recipe) => ({ ...recipe, rewiring: { kind: 'flip', share: 0.1, seed: 7 } }),
  },
  {
    says: /Take diffusion \(gdc\)/,
    take: (recipe) => ({ ...recipe, rewiring: { kind: 'gdc', alpha: 0.15, k: 8 } }),
  },
  { says: /Leave the rewiring out/, take: (recipe) => set(recipe, 'rewiring', undefined) },
  // What only training refuses, and numbers that leave their range.
  { says: /Take a linear decoder/, take: (recipe) => ({ ...recipe, decoder: 'linear' }) },
  { says: /Take a hop/, take: (recipe) => ({ ...recipe, hops: 1 }) },
  { says: /stopped being finite|left the range/, take: calmer },
];

/** A gain above 1 is the first to go, then half of the hops, then the rest of the gain. */
function calmer(recipe: Draft): Draft {
  const { hops = 16, weights } = recipe;
  const gain = weights?.kind === 'random' ? weights.gain : 1;
  const seed = weights?.kind === 'random' ? weights.seed : 7;
  if (gain <= 1 && hops > 2) return { ...recipe, hops: Math.floor(hops / 2) };
  return { ...recipe, weights: { kind: 'random', seed, gain: gain > 1 ? 1 : gain / 10 } };
}

/** A copy with the field at that path, such as "weights.gain", changed; undefined leaves it out. */
function set(recipe: Draft, path: string, value: unknown): Draft {
  const [field, inner] = path.split('.') as [keyof Recipe, string | undefined];
  if (inner === undefined) return { ...recipe, [field]: value };
  const { [inner]: _, ...others } = recipe[field] as Record<string, unknown>;
  return { ...recipe, [field]: value === undefined ? others : { ...others, [inner]: value } };
}
