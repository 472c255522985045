import type {
  BackendName,
  BackendReport,
  EmbeddingMatrix,
  EngineMemory,
  Explanation,
  Influence,
  MeasureRow,
  Predictions,
  TrainProgress,
  TrainReport,
} from '../engine/protocol';
import type { ReadOptions } from '../formats/format';
import type { ExperimentReport } from '../gnn/experiments/results';
import type { ExperimentSpec } from '../gnn/experiments/specification';
import type { Edit } from '../graph/edits/edit';
import type { PlainGraph } from '../graph/plain';
import type { GraphSummary } from '../graph/summary';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';
import type { Drawn, SceneName } from '../scene/handles';
import type { ExperimentState } from '../store/laboratory';
import type { Session } from '../store/session';
import type { HopscopeEvent } from './events';

/**
 * The scripting API, `window.hopscope`: what a teacher types in the console, and what the end-to-end tests use.
 * Every call checks its arguments and throws or rejects with an `Error` that says what was wrong and what would be
 * right; a rejected call changes nothing.
 */
export interface HopscopeApi {
  readonly version: string;
  /** Resolves when the first trace is complete. */
  readonly ready: Promise<void>;
  backend(): BackendReport;
  /** Moves to another backend and recomputes the trace; rejects with why it is not to be had. */
  setBackend(name: BackendName): Promise<void>;

  /**
   * Shows a graph under the current recipe: a catalogue id, a file or blob in any format Hopscope reads, an address, or
   * a plain graph. Where the graph cannot give the recipe's input, the input becomes the default one.
   */
  load(source: string | File | Blob | URL | PlainGraph, options?: LoadOptions): Promise<GraphSummary>;
  graph(): GraphSummary;
  recipe(): Recipe;
  /** Computes a recipe on the graph shown; missing fields take that convolution's defaults, not the current recipe's. */
  run(recipe?: Partial<Recipe>): Promise<TraceSummary>;
  /** The hop on screen; with `k`, goes there first. */
  hop(k?: number): number;

  /** H at hop k, row-major, nodes in the order they were loaded. */
  embedding(k: number): Promise<EmbeddingMatrix>;
  /** One row a hop, 0…K; null where a measure was not computed, never NaN. */
  measures(): MeasureRow[];
  /** (N, 3) PCA scores at hop k and the share of the variance each component explains. */
  projection(k: number): { data: Float32Array; explained: [number, number, number] };
  /** The arithmetic of one node (id or index) at hop k ≥ 1. */
  explain(node: string | number, k: number): Promise<Explanation>;
  /** How much each node moves one node (id or index) at hop k. */
  influence(node: string | number, k: number): Promise<Influence>;

  /** (N, classes) what the last hop, or the decoder, says of each node; null when the graph has no classes. */
  logits(): Promise<EmbeddingMatrix | null>;
  /** What the network on screen says of each node: the class's index and its probability; null where nothing was learned. */
  predictions(): Predictions | null;
  /**
   * Trains the recipe on screen and shows the trace of the weights kept; what the task leaves out takes its default. The
   * network of each of `report.kept.epochs` is a run of the same recipe with `weights: { kind: 'trained', epoch }`.
   */
  train(task?: Partial<TaskSpec>, onProgress?: (progress: TrainProgress) => void): Promise<TrainReport>;
  /**
   * Makes the runs of an experiment that this browser has not kept, in a worker of its own: the screen stays as it is, but for
   * the laboratory where it is open. A provided experiment goes by its name, e.g. `'depth-sweep'`.
   */
  experiment(spec: string | PartialSpec, onProgress?: (state: ExperimentState) => void): Promise<ExperimentReport>;
  /** Stops what is being computed; a training then resolves with the best so far, an experiment with the runs it has made. */
  cancel(): void;
  /** The parameters of the trace on screen as a safetensors file, by PyTorch Geometric's names. */
  weights(): Promise<Uint8Array>;
  /** Shows the trace of the recipe on screen with these weights: a safetensors file, or tensors by name. */
  setWeights(file: Blob | Uint8Array | Record<string, { shape: number[]; data: ArrayLike<number> }>): Promise<void>;

  /** Makes edits to the graph on screen and recomputes; rejects, and changes nothing, when one cannot be made. */
  edit(edits: Edit[]): Promise<GraphSummary>;
  /** What all edits so far change at hop k; null for a graph without edits. */
  difference(k: number): HopDifference | null;

  session(): Session;
  /** Shows a session, or the session in an address or its hash. */
  open(session: Session | string): Promise<void>;
  /** The address that brings back what is on screen. */
  share(): string;
  /**
   * What is on screen as a file: a picture such as `'graph.png'` or `'timeline.svg'`, data such as `'embedding.npy'`,
   * `'measures.csv'` or, of another hop, `'embedding@3.json'`, `'session.json'` or `'weights.safetensors'`.
   */
  export(kind: string): Promise<Blob>;
  /** What a view has on its canvas at this moment, a tween evaluated. */
  drawn(view: SceneName): Drawn;
  /** Where a view has a node, in CSS pixels of the browser's viewport: where to point to hit it. */
  viewportOf(view: SceneName, node: string | number): { x: number; y: number };
  /** What the engine holds at this moment. Between runs that is no tensor: the trace is kept beside the device. */
  memory(): Promise<EngineMemory>;
  /** Calls `listener` at each event; @returns how to stop. */
  on(event: HopscopeEvent, listener: (detail: unknown) => void): () => void;
}

/** What is left out takes its default: all measures, no training, no description. */
export type PartialSpec = Pick<ExperimentSpec, 'version' | 'name' | 'graph' | 'lines' | 'depths' | 'seeds'> &
  Partial<ExperimentSpec>;

export interface LoadOptions extends ReadOptions {
  /** Sliders of a generated graph, by name. */
  parameters?: Record<string, number>;
}

/** What edits change at one hop, for the nodes that are there with and without them. */
export interface HopDifference {
  /** Their ids. */
  nodes: string[];
  /** ‖h′ − h‖ of each. */
  moved: Float32Array;
  /** ‖h‖ of each without the edits. */
  length: Float32Array;
}

export interface TraceSummary {
  hops: number;
  nodes: number;
  /** Columns of H at each hop 0…K. */
  widths: number[];
  /** What H⁰ is, in words. */
  input: string;
  backend: BackendName;
  milliseconds: number;
}
