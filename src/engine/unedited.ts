import { TRACE_BUDGET } from '../gnn/models/budget';
import { runRecipe } from '../gnn/models/run';
import { factsOf } from '../recipe/facts';
import { validateRecipe } from '../recipe/validate';
import type { Run } from './known-hops';
import { RunCancelled } from './run-cancelled';

/** Why there is nothing to compare an edited graph with. */
export interface Unavailable {
  unavailable: string;
}

/** What an edit is compared with: the same run without the edits, where there is room for both. */
export async function runUnedited(
  what: Omit<Run, 'embeddings'>,
  checkpoint: () => Promise<void>,
): Promise<Run | Unavailable> {
  const { graph, recipe, start } = what;
  try {
    const embeddings = await runRecipe(graph, validateRecipe(recipe, factsOf(graph)), checkpoint, start ?? undefined);
    if (2 * embeddings.bytes <= TRACE_BUDGET) return { ...what, embeddings };
    return { unavailable: 'the trace with and without the edits would together be over the budget; take fewer hops' };
  } catch (error) {
    // What cannot run without the edits may still run with them; all else is no matter of the edits.
    if (error instanceof RunCancelled || error instanceof DOMException || !(error instanceof Error)) throw error;
    return { unavailable: `without the edits this recipe does not run: ${error.message}` };
  }
}
