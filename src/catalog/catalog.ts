import type { Graph } from '../graph/graph';
import type { PlainGraph } from '../graph/plain';

/** One graph on offer. */
export interface CatalogEntry {
  /** Stable name, used in links and by `hopscope.load('…')`. */
  id: string;
  title: string;
  /** One line: what it is and what it shows. */
  description: string;
  group: 'small' | 'generated' | 'real' | 'remote';
  /** Sliders, for generated graphs. */
  parameters: CatalogParameter[];
  /** Where it comes from and under which licence. */
  source: string;
  /** Rejects with a message that says what failed and what to do. */
  load(request: LoadRequest): Promise<Graph>;
}

export interface LoadRequest {
  /** By parameter name; missing ones take their defaults. */
  parameters: Record<string, number>;
  /** For remote entries: bytes so far and in all (null when the server does not say). */
  onProgress?: (received: number, total: number | null) => void;
  signal?: AbortSignal;
}

export interface CatalogParameter {
  name: string;
  label: string;
  minimum: number;
  maximum: number;
  step: number;
  default: number;
}

export type { PlainGraph };
