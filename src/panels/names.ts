import { entries } from '../catalog/entries';
import { adjacencyOf } from '../graph/adjacency';
import { type Graph, nodeName } from '../graph/graph';
import type { DatasetRef } from '../store/session';
import type { State } from '../store/state';

/** A node as a sentence names it: "Node 25" when its name is only a number. */
export function spokenName(graph: Graph, node: number): string {
  const name = nodeName(graph, node);
  return /^\d+$/.test(name) ? `Node ${name}` : name;
}

/** The class of a node, or null when it has none. */
export function className(graph: Graph, node: number): string | null {
  const label = graph.labels?.[node] ?? -1;
  return label < 0 ? null : (graph.classes[label] ?? null);
}

/** The different nodes whose messages this one hears, itself left out. */
export function neighbourCount(graph: Graph, node: number): number {
  const { pointer, source } = adjacencyOf(graph);
  const heard = new Set(source.subarray(pointer[node], pointer[node + 1]));
  heard.delete(node);
  return heard.size;
}

/** What the graph on screen is called: by the catalogue where it is from there, else by its own name. */
export function graphTitle({ dataset, graph }: Pick<State, 'dataset' | 'graph'>): string {
  const entry = dataset.kind === 'catalogue' ? entries.find(({ id }) => id === dataset.id) : undefined;
  return entry?.title ?? graph?.name ?? nameIn(dataset);
}

/** What a reference itself says, before its graph has come. */
function nameIn(dataset: DatasetRef): string {
  if (dataset.kind === 'own') return dataset.name;
  return (dataset.kind === 'url' && dataset.url.split('/').at(-1)) || '…';
}

export const BACKEND_NAMES: Record<string, string> = { webgpu: 'WebGPU', wasm: 'WebAssembly', cpu: 'plain JavaScript' };

/** As a sentence begins. */
export const capital = (words: string) => `${words[0].toUpperCase()}${words.slice(1)}`;
