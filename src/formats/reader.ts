import { releaseProxy, wrap } from 'comlink';
import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { NamedBytes, ReadOptions } from './format';
import { readGraphFile } from './read-graph-file';
import type { ReaderCalls } from './reader.worker';
import { isNeedsDocument } from './xml/needs-document';

/**
 * Reads a graph in a worker of its own; XML, which only the page's thread can parse, is small by its limit and read there.
 *
 * @throws {FormatError} or `GraphError` saying what is wrong, where, and what to do; an `AbortError` when stopped.
 */
export async function readGraph(files: NamedBytes[], options: ReadOptions, signal: AbortSignal): Promise<Graph> {
  const worker = new Worker(new URL('./reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' });
  const remote = wrap<ReaderCalls>(worker);
  try {
    return await Promise.race([remote.read(files, options), stopped(worker, signal)]);
  } catch (error) {
    if (!isNeedsDocument(error)) throw error;
    return graphFromPlain(await readGraphFile(files, options));
  } finally {
    remote[releaseProxy]();
    worker.terminate();
  }
}

/** Rejects when the reading is stopped or its worker breaks. */
function stopped(worker: Worker, signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
    worker.addEventListener('error', (event) => {
      reject(new Error(`the file could not be read: ${event.message || 'the reader did not start'}; reload the page`));
    });
  });
}
