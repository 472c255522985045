import type { ExperimentRun } from '../gnn/experiments/results';
import type { ExperimentSpec, Place } from '../gnn/experiments/specification';
import type { TreeLevel } from '../gnn/influence/tree-level';
import type { LinearEnergies } from '../gnn/spectrum/linear-energies';
import type { TrainProgress, TrainReport } from '../gnn/training/report';
import type { Predictions } from '../gnn/training/scores';
import type { DistanceFigures } from '../graph/distance-figures';
import type { Edit } from '../graph/edits/edit';
import type { Graph } from '../graph/graph';
import type { RewiredEdges } from '../graph/wiring/wiring';
import type { Recipe } from '../recipe/recipe';
import type { TaskSpec } from '../recipe/task';

export type { Occurrence, TreeLevel } from '../gnn/influence/tree-level';
export type { LinearEnergies } from '../gnn/spectrum/linear-energies';
export type {
  Baseline,
  Divergence,
  EpochReport,
  KeptEpochs,
  StopReason,
  TrainProgress,
  TrainReport,
} from '../gnn/training/report';
export type { Calibration, ClassScores, Predictions, Scores } from '../gnn/training/scores';

/** What crosses the door between the page and the worker. Everything here is structured-cloneable. */

export type BackendName = 'webgpu' | 'wasm' | 'cpu';

export interface BackendReport {
  name: BackendName;
  /** The adapter's own description on WebGPU, else what runs, e.g. "WebAssembly SIMD". */
  adapter: string;
  /** True when WebGPU runs on a software adapter. */
  software: boolean;
  /** One sentence: why this backend and not a faster one. */
  reason: string;
}

/** What the page holds of a trace. The embeddings themselves stay in the worker. */
export interface Trace {
  /** K; hops 0…K are there. */
  hops: number;
  nodeCount: number;
  /** (K+1) columns of H at each hop. */
  widths: number[];
  /** (K+1) of (N, 3) row-major: centred PCA scores, each hop rotated or reflected onto the one before, never scaled. */
  projections: Float32Array[];
  /** (K+1) share of the hop's variance each of the three components explains, 0…1; all 0 for a constant hop. */
  explained: [number, number, number][];
  /** (K+1) one row of measures a hop, keys as in `gnn/measures`; null where not computed. */
  measures: MeasureRow[];
  /** Why a measure is null (or approximate), by key. */
  notes: Record<string, string>;
  /** (K+1) what the embedding is collapsing to at each hop. */
  shapes: HopShape[];
  /** What the network says of each node; null without classes, and for weights nobody trained: they predict nothing. */
  predictions: Predictions | null;
  /** What H⁰ is, in words for the screen, e.g. "random, 16 columns, seed 7". */
  inputDescription: string;
  backend: BackendName;
  milliseconds: number;
  /** Of a recipe that rewires the graph: what messages run along, before any virtual node. */
  rewired?: Rewired;
  /** Of an edited graph: what the edits change, or null, and why in `notes.difference`; absent for one without edits. */
  difference?: Difference | null;
}

export interface Rewired {
  edges: RewiredEdges;
  /** Of the graph and of the rewired one; null where it would take long. */
  spectralGap: [number, number] | null;
}

/** How far edits move the nodes that are there with and without them, hop by hop. */
export interface Difference {
  /** (B) those nodes as the edited graph numbers them, ascending. */
  nodes: Int32Array;
  /** (K+1) of (B) ‖h′ − h‖; null at a hop that has other columns than without the edits. */
  moved: (Float32Array | null)[];
  /** (K+1) of (B) ‖h‖ without the edits. */
  length: Float32Array[];
}

export type MeasureRow = Record<string, number | null>;

/** What one hop's rows have in common. */
export interface HopShape {
  /** Share of ‖H‖² in the mean row: 1 when all rows are one point. */
  point: number;
  /** Share of ‖H‖² on rows ∝ √d̃ (d̃ = degree + 1): 1 when the rows lie on a ray by degree. */
  ray: number;
  /** Rows that are all zero. */
  zeroRows: number;
  /** Share of labelled nodes whose nearest class centroid is their own class's; null without labels. */
  nearestCentroid: {
    /** Of all of them. */
    share: number;
    /** (classes) of the nodes of each class; null for a class without nodes. */
    byClass: (number | null)[];
  } | null;
}

export interface EmbeddingMatrix {
  rows: number;
  columns: number;
  /** Row-major, node order as loaded. */
  data: Float32Array;
}

/** One node at one hop k ≥ 1, as arithmetic; numbers are the trace's own. */
export interface Explanation {
  node: string;
  hop: number;
  /** Plain-text equation of this layer, e.g. "h′_v = tanh(W Σ_u a_vu h_u + b)". */
  formula: string;
  /** `value` is u's vector at hop k−1, before the coefficient. A node's own share has `from` equal to `node`. */
  messages: { from: string; coefficient: number | number[]; value: number[] }[];
  /** Σ coefficient · value. */
  aggregate: number[];
  /** The convolution's output. */
  update: number[];
  /** After norm, activation and residual: the row of H at this hop. */
  output: number[];
}

/** How much each node's input moves one node's embedding. */
export interface Influence {
  /** Id of the node v whose embedding moves. */
  node: string;
  hop: number;
  /** (N) ‖∂h_v^(k)/∂h_u^(0)‖_F for every node u, in the order loaded. h⁰ is what the encoder gives where there is one. */
  values: Float32Array;
}

/** Told the share that is done, 0…1, now and then; false when the answer is no longer wanted. */
export type Wanted = (fraction: number) => boolean | Promise<boolean>;

export interface EngineMemory {
  /** Bytes TensorFlow.js holds on the device or in WASM memory now. */
  bytes: number;
  tensors: number;
  /** Bytes of the trace kept in the worker, and the most it may keep. */
  traceBytes: number;
  traceBudget: number;
}

export interface RunProgress {
  /** 0…1 */
  fraction: number;
  /** e.g. "hop 12 of 64" */
  stage: string;
}

/** A model's parameters and buffers by PyTorch's names: a `state_dict`. */
export type Weights = Record<string, { shape: number[]; data: Float32Array }>;

/** What is heard while a model trains. */
export interface TrainListeners {
  onProgress(progress: TrainProgress): void;
  /**
   * The network of an epoch that was kept, the untrained one first; not of every one, for looking may not hold training up:
   * the next comes once what is returned has settled. Until then, `embedding`, `explain`, `logits` and `weights` answer from
   * this trace.
   */
  onTrace(epoch: number, trace: Trace): void | Promise<void>;
}

/** What is heard of an experiment. */
export interface ExperimentListeners {
  /** Each run as it is made; the experiment ends once all that is returned has settled. */
  onRun(run: ExperimentRun): void | Promise<void>;
  /** Now and then, and as each run begins. */
  onProgress(progress: ExperimentProgress): void;
}

/** The run under way. */
export interface ExperimentProgress {
  /** Its line's name. */
  line: string;
  depth: number;
  seed: number;
  /** Where in the grid; not there without one. */
  at?: Place;
  /** How much of it is done, 0…1. */
  fraction: number;
}

/** A parameter that is trained. */
export interface TrainedParameter {
  /** As in a state dict, e.g. "convs.0.lin.weight". */
  name: string;
  shape: number[];
}

/** The worker's calls, as the page sees them through comlink. Every rejection is an `Error` with a message for a person. */
export interface EngineCalls {
  /** Chooses WebGPU, else WASM, else CPU, or the one named (rejects with why it is not to be had). */
  start(preference: BackendName | null): Promise<BackendReport>;
  setBackend(name: BackendName): Promise<BackendReport>;
  setGraph(graph: Graph): Promise<void>;
  /**
   * Edits the graph set last: runs are about the edited graph from now on, and tell what the edits change. Rejects when one
   * cannot be made; the graph is then as it was. Without any it is the graph itself again.
   */
  setEdits(edits: readonly Edit[]): Promise<void>;
  /** Computes hops 0…K on the graph set last. Rejects when out of budget; the earlier trace stays. */
  run(recipe: Recipe, onProgress: (progress: RunProgress) => void): Promise<Trace>;
  /** Stops what is in progress: a run or an experiment rejects with `RunCancelled`, a training resolves with the best so far. */
  cancel(): Promise<void>;
  /**
   * Trains the recipe on the graph set last, from the weights it names, and keeps the result for `weights: trained`. A run, a
   * new graph or another backend overtakes it: it then rejects with `RunCancelled`. When the device is lost it starts again.
   * Once it is over, `embedding`, … answer from the trace before it again.
   */
  train(recipe: Recipe, task: TaskSpec, listeners: TrainListeners): Promise<TrainReport>;
  /**
   * Makes the runs of an experiment that are missing, on graphs of its own, by `graphKey`: the graph set last and its trace
   * stay as they are. A run, a training or another backend overtakes it, and `cancel` stops it, within an epoch: it then
   * rejects with `RunCancelled`, and what was made has been told.
   */
  experiment(
    spec: ExperimentSpec,
    graphs: ReadonlyMap<string, Graph>,
    made: readonly ExperimentRun[],
    listeners: ExperimentListeners,
  ): Promise<void>;
  /** Holds the training or experiment in progress before its next step, or lets it go on. */
  pause(paused: boolean): Promise<void>;
  /**
   * The network of an epoch that the training in progress has kept; until the training goes on, `embedding`, … answer from
   * this trace. Rejects when none is in progress and when that epoch was not kept.
   */
  look(epoch: number): Promise<Trace>;
  /** What a training of this recipe on the graph set last would train, in the order of the state dict. */
  trainedParameters(recipe: Recipe): Promise<TrainedParameter[]>;
  /** The parameters the trace was computed with; {} for identity weights. */
  weights(): Promise<Weights>;
  /** Keeps weights for `weights: file`; rejects, naming the tensor, when this recipe on the graph set last cannot take them. */
  setWeights(recipe: Recipe, weights: Weights): Promise<void>;
  /** (N, classes) what the trace's last hop, or its decoder, says of each node; without labels (N, width). */
  logits(): Promise<EmbeddingMatrix>;
  embedding(hop: number): Promise<EmbeddingMatrix>;
  explain(node: number, hop: number): Promise<Explanation>;
  /**
   * Of every node's input on one node's embedding, by gradient. Kept a trace: asked again it is there at once. Rejects with
   * `RunCancelled` once it is not wanted any more, or what it is about is overtaken by a run, a graph or a backend.
   */
  influence(node: number, hop: number, wanted: Wanted): Promise<Influence>;
  /** The node's computation tree, the `breadth` strongest a level, from that hop down to 0; kept and rejected likewise. */
  computationTree(node: number, hop: number, breadth: number, wanted: Wanted): Promise<TreeLevel[]>;
  /**
   * The trace's input propagated without weights, beside what the eigenvalues of S predict of it; kept and rejected likewise.
   */
  linearEnergies(wanted: Wanted): Promise<LinearEnergies>;
  /** How far apart the nodes of the graph set last are; kept a graph. */
  distances(): Promise<DistanceFigures>;
  memory(): Promise<EngineMemory>;
  /** Called when the device was lost: the engine has then already moved to the backend reported. */
  onBackendLost(listener: (report: BackendReport, message: string) => void): Promise<void>;
}
