/** The layout engine's door: ForceAtlas2 in a worker, in chunks of a fixed total, from a seeded start. */
export interface LayoutRequest {
  nodeCount: number;
  /** (E) */
  source: Int32Array;
  target: Int32Array;
  weight: Float32Array | null;
  /** (N, 2) where to start; null for the seeded start. */
  start: Float32Array | null;
  seed: number;
  /** In all; the same number gives the same picture. */
  iterations: number;
}

export interface LayoutProgress {
  /** (N, 2) */
  positions: Float32Array;
  done: number;
  total: number;
}

export interface LayoutRun {
  /** Resolves with the final positions; rejects only when the worker fails. Stopping resolves with where it stands. */
  finished: Promise<Float32Array>;
  stop(): void;
}
