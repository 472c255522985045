import type { ReadOptions } from '../formats/format';
import type { Graph } from '../graph/graph';
import { type OpenOptions, openDataset } from './datasets';
import { Superseded } from './errors';
import type { DatasetRef } from './session';
import { useStore } from './store';

/** Getting a graph, without showing it. One is fetched or read at a time: a newer one takes the place of an older. */

let loading: AbortController | null = null;

/** @throws {Error} with what failed and what to do. */
export function load(dataset: DatasetRef): Promise<Graph> {
  return alone((options) => openDataset(dataset, options));
}

/** @throws {Error} with what is wrong in which file, where, and what to do. */
export function loadFiles(files: File[], reading: ReadOptions = {}): Promise<Graph> {
  return alone(async ({ signal, onProgress }) => {
    onProgress(files.map(({ name }) => name).join(' and '), 0, null);
    const { readFiles } = await import('./files');
    return readFiles(files, reading, signal);
  });
}

export function abortLoading(): void {
  loading?.abort();
}

async function alone(open: (options: OpenOptions) => Promise<Graph>): Promise<Graph> {
  loading?.abort();
  const mine = new AbortController();
  loading = mine;
  try {
    return await open({
      signal: mine.signal,
      onProgress: (title, received, total) => {
        if (loading === mine) useStore.setState({ loading: { title, received, total } });
      },
    });
  } catch (error) {
    throw loading === mine ? error : new Superseded();
  } finally {
    if (loading === mine) {
      loading = null;
      useStore.setState({ loading: null });
    }
  }
}
