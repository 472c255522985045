import type { BackendName } from './protocol';

/** A backend that TensorFlow.js now computes on. */
export interface OpenBackend {
  name: BackendName;
  /** The adapter's own description on WebGPU, else what runs. */
  adapter: string;
  software: boolean;
  /** Resolves, with the reason, when the device is gone and was not closed by us; never on WASM and CPU. */
  lost: Promise<string>;
  /** Throws what the device complained about since the last call, if anything: its errors arrive late and unasked. */
  check(): void;
  /** Frees what is held for reuse between runs. */
  trim(): void;
  /** Bytes held now, buffers kept for reuse included. */
  bytes(): number;
  close(): void;
}
