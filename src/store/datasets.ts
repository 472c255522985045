import { findEntry } from '../catalog/entries';
import type { Graph } from '../graph/graph';
import { sampled } from '../graph/samples/sample';
import { editedGraph } from './edited';
import { recallOwnGraph } from './own-graphs';
import { sameJson } from './same-json';
import type { DatasetRef, WholeRef } from './session';

export interface OpenOptions {
  signal: AbortSignal;
  /** What is being fetched, bytes so far and in all. */
  onProgress(title: string, received: number, total: number | null): void;
}

/** The graph a session speaks of, or the part of it, as edited. Rejects with what failed and what to do. */
export async function openDataset(dataset: DatasetRef, options: OpenOptions): Promise<Graph> {
  const whole = await openWhole(dataset, options);
  return editedGraph(dataset.sample ? sampled(whole, dataset.sample) : whole, dataset.edits);
}

async function openWhole(dataset: WholeRef, { signal, onProgress }: OpenOptions): Promise<Graph> {
  switch (dataset.kind) {
    case 'catalogue': {
      const entry = findEntry(dataset.id);
      return entry.load({
        parameters: dataset.parameters ?? {},
        signal,
        onProgress: (received, total) => onProgress(entry.title, received, total),
      });
    }
    case 'url': {
      const { openAddress } = await import('./files');
      return openAddress(dataset.url, signal, (received, total) => onProgress(dataset.url, received, total));
    }
    case 'own':
      return recallOwnGraph(dataset);
  }
}

export function sameDataset(a: DatasetRef, b: DatasetRef): boolean {
  return sameUnedited(a, b) && sameJson(a.edits, b.edits);
}

/** Whether both are the same but for edits. */
export function sameUnedited(a: DatasetRef, b: DatasetRef): boolean {
  if (a.kind === 'own' && b.kind === 'own') return a.key === b.key && sameJson(a.sample, b.sample);
  return sameJson({ ...a, edits: undefined }, { ...b, edits: undefined });
}
