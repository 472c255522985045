import { hopShape } from '../gnn/measures/hop-shape';
import { measureContext, measureHop } from '../gnn/measures/measure-hop';
import type { MeasureNotes } from '../gnn/measures/report';
import type { StateDict } from '../gnn/models/parameters';
import { type Embeddings, runRecipe } from '../gnn/models/run';
import { projectHop } from '../gnn/projection/project-hop';
import type { Graph } from '../graph/graph';
import { isGlobal } from '../recipe/combinations';
import { radiusOf } from '../recipe/descriptors';
import type { Recipe } from '../recipe/recipe';
import type { BackendName, RunProgress, Trace } from './protocol';

export interface Computed {
  /** What the page holds. */
  trace: Trace;
  /** What stays in the worker. */
  embeddings: Embeddings;
}

export interface TraceSettings {
  backend: BackendName;
  onProgress: (progress: RunProgress) => void;
  /** The parameters to run with; drawn from the recipe's seed without them. */
  weights?: StateDict;
  /** Waited for after every hop; throws to stop the run. */
  checkpoint: () => Promise<void>;
}

/** Runs a recipe and reads each hop as it arrives: its measures, its shape and its projection, aligned to the hop before. */
export async function computeTrace(graph: Graph, recipe: Recipe, settings: TraceSettings): Promise<Computed> {
  const started = performance.now();
  const radius = radiusOf(recipe);
  const trace: Trace = {
    hops: recipe.hops,
    nodeCount: graph.nodeCount,
    widths: [],
    projections: [],
    explained: [],
    measures: [],
    notes: {},
    shapes: [],
    inputDescription: '',
    backend: settings.backend,
    milliseconds: 0,
  };
  const notes: MeasureNotes[] = [];
  const context = measureContext(graph, recipe.hops * radius);
  const embeddings = await runRecipe(
    graph,
    recipe,
    async (hop, embedding) => {
      const { scores, explained } = projectHop(embedding, trace.projections.at(-1) ?? null);
      const measured = measureHop(embedding, context, hop * radius);
      trace.widths.push(embedding.columns);
      trace.projections.push(scores);
      trace.explained.push(explained);
      trace.measures.push(measured.row);
      trace.shapes.push(hopShape(embedding, graph));
      notes.push(measured.notes);
      settings.onProgress({ fraction: (hop + 1) / (recipe.hops + 1), stage: `hop ${hop} of ${recipe.hops}` });
      await settings.checkpoint();
    },
    settings.weights,
  );
  trace.notes = mergeNotes(notes);
  if (isGlobal(recipe))
    trace.notes.reach = withNote(trace.notes.reach, 'by edges alone; through the norm every node sees all');
  trace.inputDescription = embeddings.inputDescription;
  trace.milliseconds = performance.now() - started;
  return { trace, embeddings };
}

function withNote(note: string | undefined, more: string): string {
  return note === undefined ? more : `${note}; ${more}`;
}

/** One note a key for the whole trace: as it is when every hop says the same, else the last one with its hop. */
function mergeNotes(notes: MeasureNotes[]): MeasureNotes {
  const merged: MeasureNotes = {};
  for (const key of new Set(notes.flatMap((row) => Object.keys(row)))) {
    const last = notes.findLastIndex((row) => row[key] !== undefined);
    const everywhere = notes.every((row) => row[key] === notes[last][key]);
    merged[key] = everywhere ? notes[last][key] : `at hop ${last}: ${notes[last][key]}`;
  }
  return merged;
}
