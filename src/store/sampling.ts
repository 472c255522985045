import type { Edit } from '../graph/edits/edit';
import { editWords } from '../graph/edits/edit-words';
import { fittingEdits } from '../graph/edits/fitting-edits';
import type { Graph } from '../graph/graph';
import { type Sample, sampled } from '../graph/samples/sample';
import { editedGraph, editsOf, originalOf } from './edited';
import { load } from './loading';
import { notify } from './notices';
import type { DatasetRef } from './session';
import { showGraph } from './show-graph';
import { useStore } from './store';

/** A part of a graph that is too large to be seen, and the way back. Edits go along, as far as they can be made there. */

/** @throws {Error} when what is shown is a part already, or there is no such part. */
export async function takeSample(sample: Sample): Promise<void> {
  const { dataset, graph } = useStore.getState();
  if (!graph) return;
  if (dataset.sample) throw new Error('this graph is a sample already: take another one from the whole');
  await showEditedIn({ ...dataset, sample }, sampled(originalOf(graph), sample), graph, 'this part');
}

export async function takeWhole(): Promise<void> {
  const { dataset, graph } = useStore.getState();
  const { sample: _, edits: __, ...whole } = dataset;
  if (graph) await showEditedIn(whole, await load(whole), graph, 'the whole graph');
}

/** Shows `original`, with those edits of the graph before that it can have; tells which it cannot. */
async function showEditedIn(dataset: DatasetRef, original: Graph, before: Graph, where: string): Promise<void> {
  const { fitting, left } = fittingEdits(original, editsOf(before));
  const { edits: _, ...unedited } = dataset;
  await showGraph(fitting.length > 0 ? { ...unedited, edits: fitting } : unedited, editedGraph(original, fitting));
  if (left.length > 0) tellOfEditsLeft(left, originalOf(before), where);
}

/** Edits that a notice tells one by one. */
const TOLD = 4;

function tellOfEditsLeft(left: Edit[], before: Graph, where: string): void {
  const words = left.slice(0, TOLD).map((edit) => editWords(edit, before));
  if (left.length > TOLD) words.push(`and ${left.length - TOLD} more`);
  const [title, subject, object] =
    left.length === 1
      ? ['One edit is not carried over', 'It', 'it']
      : [`${left.length} edits are not carried over`, 'They', 'them'];
  notify('warning', title, `${subject} cannot be made in ${where}: ${words.join('; ')}. Undo brings ${object} back.`);
}
