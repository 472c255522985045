import { readGraphFile } from '../formats/read-graph-file';
import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { LoadRequest } from './catalog';
import { inPlanetoidOrder, type PlanetoidOrder } from './planetoid';
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
  const ordered = file.id === 'cora' ? inPlanetoidOrder(plain, await coraOrder()) : plain;
  request.signal?.throwIfAborted();
  return graphFromPlain({ ...ordered, name: title });
}

async function coraOrder(): Promise<PlanetoidOrder> {
  const { default: text } = await import('../../datasets/cora/planetoid.json?raw');
  return JSON.parse(text) as PlanetoidOrder;
}
