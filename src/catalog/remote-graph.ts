import { readGraphFile } from '../formats/read-graph-file';
import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { PlainGraph } from '../graph/plain';
import type { LoadRequest } from './catalog';
import { type Browser, fetchRemote } from './remote';
import type { RemoteFile } from './remote-file';

/** Fetches, checks and reads a remote file. Every edge is read as undirected. Rejects as `fetchRemote` does. */
export async function remoteGraph(
  file: RemoteFile,
  title: string,
  request: Omit<LoadRequest, 'parameters'>,
  browser?: Browser,
): Promise<Graph> {
  const bytes = await fetchRemote(file, request, browser);
  const plain = await readGraphFile([{ name: file.name, bytes }], { directed: false });
  const split = file.id === 'cora' ? await coraSplit() : plain.split;
  request.signal?.throwIfAborted();
  return graphFromPlain(split ? { ...plain, name: title, split } : { ...plain, name: title });
}

/** The public split in this file's node order, which the file itself does not have: see `datasets/cora/README.md`. */
async function coraSplit(): Promise<NonNullable<PlainGraph['split']>> {
  const { default: text } = await import('../../datasets/cora/split.json?raw');
  return JSON.parse(text) as NonNullable<PlainGraph['split']>;
}
