import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import { plainFromGraph } from '../graph/to-plain';
import { fromBase64, toBase64 } from './base64';
import { settled, withStore } from './browser-database';
import { LONGEST } from './history';
import type { DatasetRef } from './session';

/**
 * Graphs of the visitor's own: kept in memory for undo, in this browser's IndexedDB for a reload, and inside the link
 * itself when they are small enough for one.
 */

type OwnRef = Extract<DatasetRef, { kind: 'own' }>;

/** Characters of packed graph a link carries at most; addresses much beyond 8,000 characters get cut by mail programs. */
export const LARGEST_IN_LINK = 6_000;

/** Above this many numbers a graph is not even tried: it could not come out under the limit. */
const LARGEST_TRIED = 20_000;

/** By age, as many as undo can come back to. */
const graphs = new Map<string, Graph>();

/** Keeps the graph and returns what a session says of it. */
export async function rememberOwnGraph(name: string, graph: Graph): Promise<OwnRef> {
  const key = newKey();
  graphs.set(key, graph);
  for (const oldest of graphs.keys()) {
    if (graphs.size <= LONGEST + 1) break;
    graphs.delete(oldest);
  }
  await keepInBrowser(key, graph);
  const data = await pack(graph);
  return data === null ? { kind: 'own', name, key } : { kind: 'own', name, key, data };
}

/** Keys sort by age: the time in base 36, then what makes two of one millisecond differ. */
function newKey(): string {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${random.toString(36)}`;
}

/** @throws {Error} when the graph is neither in this browser nor in the link. */
export async function recallOwnGraph(reference: OwnRef): Promise<Graph> {
  const known = graphs.get(reference.key) ?? (await findInBrowser(reference.key));
  const graph = known ?? (reference.data === undefined ? null : await unpack(reference.name, reference.data));
  if (!graph) {
    throw new Error(
      `the link speaks of "${reference.name}", a graph too large to travel in a link. Ask for the file and drop it on the page.`,
    );
  }
  graphs.set(reference.key, graph);
  return graph;
}

async function pack(graph: Graph): Promise<string | null> {
  const features = graph.features === null ? 0 : graph.features.rows * graph.features.columns;
  if (graph.nodeCount + graph.edgeCount + features > LARGEST_TRIED) return null;
  const json = new Blob([JSON.stringify(plainFromGraph(graph))]);
  const packed = await bytesOf(json.stream().pipeThrough(new CompressionStream('deflate-raw')));
  const text = toBase64(packed).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return text.length <= LARGEST_IN_LINK ? text : null;
}

async function unpack(name: string, data: string): Promise<Graph> {
  try {
    const bytes = fromBase64(data.replaceAll('-', '+').replaceAll('_', '/'));
    const inflated = await bytesOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
    return graphFromPlain(JSON.parse(new TextDecoder().decode(inflated)));
  } catch (error) {
    throw new Error(`the graph "${name}" inside the link is damaged; copy the link again`, { cause: error });
  }
}

/** Bytes of a packed graph at most when inflated: a link of 6,000 characters has no business being larger. */
const LARGEST_INFLATED = 8 * 2 ** 20;

async function bytesOf(stream: ReadableStream<BufferSource>): Promise<Uint8Array> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const part = next.value as Uint8Array;
    size += part.length;
    if (size > LARGEST_INFLATED) {
      await reader.cancel();
      throw new Error(`inflates to more than ${LARGEST_INFLATED} bytes`);
    }
    parts.push(part);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** How many own graphs the browser keeps; the oldest go first. */
const KEPT = 8;

/**
 * A browser that keeps nothing (private mode, no space left) still shows the graph; only a reload would lose it,
 * which the person is told then.
 */
async function keepInBrowser(key: string, graph: Graph): Promise<void> {
  await withStore('graphs', 'readwrite', async (store) => {
    const kept = (await settled(store.getAllKeys())) ?? [];
    for (const old of kept.slice(0, Math.max(0, kept.length - KEPT + 1))) store.delete(old);
    return settled(store.put(graph, key));
  });
}

function findInBrowser(key: string): Promise<Graph | null> {
  return withStore('graphs', 'readonly', (store) => settled<Graph>(store.get(key)));
}
