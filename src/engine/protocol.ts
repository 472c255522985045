import type { Graph } from '../graph/graph';
import type { Recipe } from '../recipe/recipe';

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
  /** What H⁰ is, in words for the screen, e.g. "random, 16 columns, seed 7". */
  inputDescription: string;
  backend: BackendName;
  milliseconds: number;
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
  /** Share of labelled nodes whose nearest class centroid is their own class; null without labels. */
  nearestCentroid: number | null;
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

/** The worker's calls, as the page sees them through comlink. Every rejection is an `Error` with a message for a person. */
export interface EngineCalls {
  /** Chooses WebGPU, else WASM, else CPU, or the one named (rejects with why it is not to be had). */
  start(preference: BackendName | null): Promise<BackendReport>;
  setBackend(name: BackendName): Promise<BackendReport>;
  setGraph(graph: Graph): Promise<void>;
  /** Computes hops 0…K on the graph set last. Rejects when out of budget; the earlier trace stays. */
  run(recipe: Recipe, onProgress: (progress: RunProgress) => void): Promise<Trace>;
  /** Stops the run in progress, which then rejects with `RunCancelled`. */
  cancel(): Promise<void>;
  embedding(hop: number): Promise<EmbeddingMatrix>;
  explain(node: number, hop: number): Promise<Explanation>;
  memory(): Promise<EngineMemory>;
  /** Called when the device was lost: the engine has then already moved to the backend reported. */
  onBackendLost(listener: (report: BackendReport, message: string) => void): Promise<void>;
}
