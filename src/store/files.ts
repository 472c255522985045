import { FormatError, type NamedBytes, type ReadOptions } from '../formats/format';
import { MAX_FILE_BYTES, MEBIBYTE } from '../formats/limits';
import { readGraph } from '../formats/reader';
import type { Graph } from '../graph/graph';

/** Graphs out of files: from the visitor's disk, or from an address. Fetched by the page when the first file comes. */

/** @throws {FormatError} or GraphError saying what is wrong, where, and what to do. */
export async function readFiles(files: File[], options: ReadOptions, signal: AbortSignal): Promise<Graph> {
  for (const { name, size } of files) refuseLarge(name, size);
  const named = await Promise.all(
    files.map(
      async (file): Promise<NamedBytes> => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }),
    ),
  );
  return readGraph(named, options, signal);
}

/**
 * Fetches and reads a graph file.
 * @throws {Error} when the address cannot be reached, answers with an error, or holds no graph.
 */
export async function openAddress(
  url: string,
  signal: AbortSignal,
  onProgress: (received: number, total: number | null) => void,
): Promise<Graph> {
  const name = decodeURIComponent(new URL(url).pathname.split('/').at(-1) ?? '') || url;
  // Before the first byte as well: a host that does not answer must show, so that it can be given up.
  onProgress(0, null);
  const response = await fetch(url, { signal }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new Error(
      `${url} could not be reached. Is the address right, and does that site let other pages read it (CORS)? Else save the file and drop it here.`,
      { cause },
    );
  });
  if (!response.ok) {
    throw new Error(
      `${url} answers ${response.status} ${response.statusText}. Check the address, or drop the file here.`,
    );
  }
  return readGraph([{ name, bytes: await bodyOf(response, name, onProgress) }], {}, signal);
}

/** The body, refused as soon as it grows over the limit. */
async function bodyOf(
  response: Response,
  name: string,
  onProgress: (received: number, total: number | null) => void,
): Promise<Uint8Array> {
  const length = Number(response.headers.get('content-length'));
  const total = length > 0 && !response.headers.has('content-encoding') ? length : null;
  if (total !== null) refuseLarge(name, total);
  if (!response.body) return new Uint8Array();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let received = 0;
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    received += next.value.length;
    if (received > MAX_FILE_BYTES) {
      await reader.cancel();
      refuseLarge(name, received);
    }
    parts.push(next.value);
    onProgress(received, total);
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function refuseLarge(name: string, size: number): void {
  if (size <= MAX_FILE_BYTES) return;
  throw new FormatError(
    `${name} has ${(size / MEBIBYTE).toFixed(0)} MiB or more; a file may have ${MAX_FILE_BYTES / MEBIBYTE}. Take a part of the graph, or compress the file.`,
  );
}
