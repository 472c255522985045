import { hopShape } from '../gnn/measures/hop-shape';
import { type MeasureContext, measureContext, measureHop } from '../gnn/measures/measure-hop';
import type { MeasureNotes } from '../gnn/measures/report';
import { toDense } from '../gnn/models/dense';
import type { StateDict } from '../gnn/models/parameters';
import { type Embeddings, type KnownHops, runRecipe } from '../gnn/models/run';
import { type Projection, projectHop } from '../gnn/projection/project-hop';
import { turnTrace } from '../gnn/projection/turn-trace';
import { predict } from '../gnn/training/scores';
import type { FeatureMatrix, Graph } from '../graph/graph';
import { spectralGap } from '../graph/wiring/spectral-gap';
import { edgesOf, rewiredGraph } from '../graph/wiring/wiring';
import { isGlobal } from '../recipe/combinations';
import { radiusOf } from '../recipe/descriptors';
import type { Recipe } from '../recipe/recipe';
import type { BackendName, HopShape, Predictions, Rewired, RunProgress, Trace } from './protocol';

export interface Computed {
  /** What the page holds. */
  trace: Trace;
  /** What stays in the worker. */
  embeddings: Embeddings;
}

export interface TraceSettings {
  backend: BackendName;
  onProgress: (progress: RunProgress) => void;
  /** The parameters to run with, learned or given; drawn from the recipe's seed without them. */
  weights?: StateDict;
  /** (K+1) of (N, 3) the projections of another trace of this network, whose axes this one takes over. */
  onto?: readonly Float32Array[] | null;
  /** Leading hops that need not be computed. */
  known?: KnownHops;
  /** Waited for after every hop; throws to stop the run. */
  checkpoint: () => Promise<void>;
}

/** Runs a recipe and reads each hop as it arrives: its measures, its shape and its projection, aligned to the hop before. */
export async function computeTrace(graph: Graph, recipe: Recipe, settings: TraceSettings): Promise<Computed> {
  const started = performance.now();
  const radius = radiusOf(recipe);
  const rewired = rewiredGraph(graph, recipe.rewiring);
  const context = measureContext(graph, recipe.hops * radius, rewired);
  const read: HopReading[] = [];
  const embeddings = await runRecipe(
    graph,
    recipe,
    async (hop, embedding) => {
      const readNow = () => readHop(embedding, graph, context, hop * radius, read.at(-1)?.projection.scores ?? null);
      read.push(hop === 0 && recipe.encoder === 'none' ? readInput(graph, recipe, embedding, readNow) : readNow());
      settings.onProgress({ fraction: (hop + 1) / (recipe.hops + 1), stage: `hop ${hop} of ${recipe.hops}` });
      await settings.checkpoint();
    },
    settings.weights,
    settings.known,
  );
  const own = {
    projections: read.map(({ projection }) => projection.scores),
    explained: read.map(({ projection }) => projection.explained),
  };
  const trace: Trace = {
    hops: recipe.hops,
    nodeCount: graph.nodeCount,
    widths: embeddings.widths,
    ...(settings.onto ? turnTrace(own, settings.onto) : own),
    measures: read.map(({ measured }) => measured.row),
    notes: mergeNotes(read.map(({ measured }) => measured.notes)),
    shapes: read.map(({ shape }) => shape),
    predictions: settings.weights ? predictionsOf(embeddings, graph) : null,
    inputDescription: embeddings.inputDescription,
    backend: settings.backend,
    milliseconds: 0,
  };
  if (isGlobal(recipe))
    trace.notes.reach = withNote(trace.notes.reach, 'by edges alone; through the norm every node sees all');
  if (recipe.virtualNode || recipe.fullyAdjacentLast)
    trace.notes.reach = withNote(trace.notes.reach, 'by edges between nodes; messages also run elsewhere');
  if (recipe.rewiring) trace.rewired = rewiredBy(graph, rewired);
  trace.milliseconds = performance.now() - started;
  return { trace, embeddings };
}

/** What is read of one hop. */
interface HopReading {
  projection: Projection;
  measured: ReturnType<typeof measureHop>;
  shape: HopShape;
}

function readHop(
  embedding: FeatureMatrix,
  graph: Graph,
  context: MeasureContext,
  heard: number,
  previous: Float32Array | null,
): HopReading {
  return {
    projection: projectHop(embedding, previous),
    measured: measureHop(embedding, context, heard),
    shape: hopShape(embedding, graph),
  };
}

/** How the input of a graph was read last: most traces after it begin from the same. */
const inputs = new WeakMap<Graph, { key: string; reading: HopReading }>();

function readInput(graph: Graph, recipe: Recipe, { kind }: FeatureMatrix, read: () => HopReading): HopReading {
  const key = JSON.stringify([recipe.input, recipe.width, recipe.hops * radiusOf(recipe), kind]);
  let known = inputs.get(graph);
  if (known?.key !== key) {
    known = { key, reading: read() };
    inputs.set(graph, known);
  }
  // A copy: what crosses the door is moved, not copied.
  const { projection, ...rest } = known.reading;
  return { ...rest, projection: { ...projection, scores: projection.scores.slice() } };
}

/** What the network says of each node; null where its output is not one column a class. */
function predictionsOf({ logits }: Embeddings, { labels, classes }: Graph): Predictions | null {
  return labels && logits.columns === classes.length ? predict(toDense(logits).data, classes.length) : null;
}

/** Nodes and edges up to which spectral gaps take no longer than a hop may. */
const MOST_FOR_GAP = 8_000;

function rewiredBy(graph: Graph, rewired: Graph): Rewired {
  const few = graph.nodeCount + rewired.edgeCount <= MOST_FOR_GAP;
  return { edges: edgesOf(rewired), spectralGap: few ? [spectralGap(graph), spectralGap(rewired)] : null };
}

/** Copies of the projections, for other traces to be turned onto: what crosses the door is moved. */
export function axesOf({ projections }: Trace): Float32Array[] {
  return projections.map((scores) => scores.slice());
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
