import type { Graph } from '../../graph/graph';
import { DEFAULT_SEED } from '../../recipe/defaults';
import type { Recipe } from '../../recipe/recipe';
import { completeTask, defaultTask, type SplitSpec, type TaskSpec } from '../../recipe/task';
import type { TrainingSettings } from '../../store/state';

/** What the next training will be: what was set by hand, and for the rest what suits the graph and recipe on screen. */

export function taskOf(
  graph: Pick<Graph, 'split'>,
  { conv }: Pick<Recipe, 'conv'>,
  { task }: TrainingSettings,
): TaskSpec {
  const hasSplit = graph.split !== null;
  const chosen = completeTask(task, hasSplit, conv);
  // A split that came with another graph.
  const foreign = chosen.split.kind === 'given' && !hasSplit;
  return foreign ? { ...chosen, split: defaultTask(hasSplit, conv).split } : chosen;
}

/** The recipe that is trained. Identity weights have nothing to learn, so random ones take their place. */
export function recipeToTrain(recipe: Recipe, { recipe: acting, goOn }: TrainingSettings): Recipe {
  const kept = recipe.weights.kind === 'random' || (goOn && recipe.weights.kind !== 'identity');
  return { ...recipe, ...acting, ...(!kept && { weights: { kind: 'random', seed: DEFAULT_SEED, gain: 1 } }) };
}

/** A split of that kind to begin with. */
export function splitOf(kind: SplitSpec['kind'], graph: Pick<Graph, 'labels' | 'classes'>): SplitSpec {
  if (kind === 'given') return { kind };
  if (kind === 'fraction') return { kind, train: 0.6, validation: 0.2, seed: DEFAULT_SEED };
  return perClassSplit(classSizes(graph));
}

/** As usual (20 a class, 500, 1,000: Yang et al. 2016, 1603.08861) where there are so many, else about in thirds. */
function perClassSplit(sizes: number[]): SplitSpec {
  const train = Math.max(1, Math.min(20, Math.floor(Math.min(...sizes) / 3)));
  const others = sizes.reduce((sum, size) => sum + size, 0) - train * sizes.length;
  const validation = Math.max(0, Math.min(500, Math.floor(others / 3)));
  const test = Math.max(0, Math.min(1000, others - validation));
  return { kind: 'perClass', train, validation, test, seed: DEFAULT_SEED };
}

/** Nodes of each class that has any. */
function classSizes({ labels, classes }: Pick<Graph, 'labels' | 'classes'>): number[] {
  const sizes = classes.map(() => 0);
  for (const label of labels ?? []) if (label >= 0) sizes[label]++;
  return sizes.filter((size) => size > 0);
}

/** The settings in a line: "200 epochs · learning rate 0.01 · split 60 / 20 / 20 %". */
export function settingsLine({ epochs, learningRate, split }: TaskSpec): string {
  return `${epochs.toLocaleString('en')} epochs · learning rate ${learningRate} · ${splitLine(split)}`;
}

function splitLine(split: SplitSpec): string {
  if (split.kind === 'given') return 'the graph’s split';
  if (split.kind === 'perClass') return `${split.train} nodes a class`;
  const parts = [split.train, split.validation, 1 - split.train - split.validation];
  return `split ${parts.map((part) => Math.round(100 * part)).join(' / ')}\u202f%`;
}
