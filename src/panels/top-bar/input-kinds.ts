import type { GraphFacts } from '../../recipe/facts';
import type { InputSpec } from '../../recipe/recipe';

export const INPUT_NAMES: Record<InputSpec['kind'], { label: string; description: string }> = {
  given: { label: 'Given', description: 'The node features that came with the graph.' },
  onehot: { label: 'One-hot', description: 'Each node has a column of its own.' },
  degree: { label: 'Degree', description: 'How many edges each node has; in a directed graph, how many come in.' },
  random: { label: 'Random', description: 'Normal numbers drawn from a seed.' },
  spectral: { label: 'Spectral', description: 'Eigenvectors of the graph: nodes near each other start alike.' },
  columns: { label: 'Columns', description: 'Chosen attributes of the nodes that are numbers.' },
};

/** Why a graph cannot give this kind of input; undefined when it can. */
export function whyNoInput(kind: InputSpec['kind'], facts: GraphFacts): string | undefined {
  if (kind === 'given' && facts.features === 0) return 'This graph came without node features.';
  if (kind === 'columns' && facts.columns.length === 0) return 'This graph has no node attributes that are numbers.';
  return undefined;
}

/** A new input of this kind, with what it needs. */
export function inputOfKind(kind: InputSpec['kind'], normalise: InputSpec['normalise'], facts: GraphFacts): InputSpec {
  if (kind === 'columns') return { kind, normalise, columns: facts.columns };
  return kind === 'random' || kind === 'spectral' ? { kind, normalise, seed: 7 } : { kind, normalise };
}
