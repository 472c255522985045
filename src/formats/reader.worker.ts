import { expose } from 'comlink';
import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { NamedBytes, ReadOptions } from './format';
import { readGraphFile } from './read-graph-file';

/** Reading a large file takes seconds: it happens here, so that the page stays alive. */
const calls = {
  async read(files: NamedBytes[], options: ReadOptions): Promise<Graph> {
    return graphFromPlain(await readGraphFile(files, options));
  },
};

export type ReaderCalls = typeof calls;

expose(calls);
