import { MAX_FILE_BYTES } from '../formats/limits';
import type { LoadRequest } from './catalog';
import type { RemoteFile } from './remote-file';
import { sha256 } from './sha256';

export type Bytes = Uint8Array<ArrayBuffer>;

/** What fetching needs of the browser; tests bring their own. */
export interface Browser {
  fetch(url: string, init: { signal?: AbortSignal }): Promise<Response>;
  /** Undefined where the page is no secure context. */
  caches: Pick<CacheStorage, 'open'> | undefined;
}

type Progress = Pick<LoadRequest, 'onProgress' | 'signal'>;

const CACHE = 'hopscope-datasets';

/**
 * The bytes of a remote file, from the first of these that has them right: the browser's cache, a mirror beside the page
 * (`npm run datasets`), the source. Whatever comes is checked by SHA-256 before anybody reads it, and kept only then.
 *
 * @throws {Error} that says what failed and what to do; the signal's reason when it was aborted.
 */
export async function fetchRemote(
  file: RemoteFile,
  progress: Progress = {},
  browser: Browser = { fetch: (url, init) => fetch(url, init), caches: globalThis.caches },
): Promise<Bytes> {
  const { signal } = progress;
  signal?.throwIfAborted();
  const cached = await fromCache(file, browser);
  signal?.throwIfAborted();
  if (cached) return cached;
  // Before the first byte as well: a host that does not answer must show, so that it can be given up.
  progress.onProgress?.(0, file.bytes);
  const bytes = (await fromMirror(file, progress, browser)) ?? (await download(file, file.url, progress, browser));
  signal?.throwIfAborted();
  await keep(file, bytes, browser);
  return bytes;
}

async function fromCache(file: RemoteFile, browser: Browser): Promise<Bytes | null> {
  try {
    const cache = await browser.caches?.open(CACHE);
    const response = await cache?.match(file.url);
    if (!response) return null;
    const bytes = new Uint8Array(await response.arrayBuffer());
    if ((await sha256(bytes)) === file.sha256) return bytes;
    await cache?.delete(file.url);
  } catch (cause) {
    console.warn(`The browser's cache cannot be read, so ${file.name} is fetched again.`, cause);
  }
  return null;
}

/** A cache that is full or forbidden costs another download next time, and nothing now. */
async function keep(file: RemoteFile, bytes: Bytes, browser: Browser): Promise<void> {
  try {
    const cache = await browser.caches?.open(CACHE);
    await cache?.put(file.url, new Response(bytes, { headers: { 'Content-Type': 'application/octet-stream' } }));
  } catch (cause) {
    console.warn(`${file.name} could not be kept in the browser's cache.`, cause);
  }
}

/** Null when there is no mirror: hosts answer with an error or with a page of theirs, which fails the check. */
async function fromMirror(file: RemoteFile, progress: Progress, browser: Browser): Promise<Bytes | null> {
  try {
    return await download(file, `./mirror/${file.name}`, progress, browser);
  } catch (error) {
    if (progress.signal?.aborted) throw error;
    return null;
  }
}

async function download(file: RemoteFile, url: string, progress: Progress, browser: Browser): Promise<Bytes> {
  const { signal } = progress;
  const response = await browser.fetch(url, { signal }).catch((cause: unknown) => {
    throw refusal(signal, `${hostOf(url)} cannot be reached: no connection, or the network refuses it`, file, cause);
  });
  if (!response.ok || isPage(response)) {
    await response.body?.cancel();
    const answer = response.ok ? 'with a web page' : `${response.status} ${response.statusText}`.trim();
    throw refusal(signal, `${hostOf(url)} answers ${answer} where ${file.name} was asked for`, file);
  }
  const bytes = await readBody(response, file, progress).catch((cause: unknown) => {
    throw refusal(signal, `the connection to ${hostOf(url)} broke while ${file.name} was being fetched`, file, cause);
  });
  const found = bytes && (await sha256(bytes));
  if (found === file.sha256 && bytes) return bytes;
  const what = found ? `its SHA-256 is ${found}, not ${file.sha256}` : 'it is larger than the original';
  throw refusal(signal, `${hostOf(url)} sends another file as ${file.name} (${what}), and it was not read`, file);
}

/** Null when more comes than the file has. */
async function readBody(response: Response, file: RemoteFile, { onProgress }: Progress): Promise<Bytes | null> {
  const total = file.bytes ?? statedLength(response);
  const parts: Bytes[] = [];
  let received = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    received += next.value.length;
    if (received > (file.bytes ?? MAX_FILE_BYTES)) {
      await reader?.cancel();
      return null;
    }
    parts.push(next.value);
    onProgress?.(received, total);
  }
  const bytes = new Uint8Array(received);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The length header counts compressed bytes when the answer is compressed: no figure is better than a wrong one. */
function statedLength(response: Response): number | null {
  const length = Number(response.headers.get('content-length'));
  return length > 0 && !response.headers.has('content-encoding') ? length : null;
}

function isPage(response: Response): boolean {
  return response.headers.get('content-type')?.startsWith('text/html') ?? false;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the mirror beside this page';
}

function refusal(signal: AbortSignal | undefined, what: string, file: RemoteFile, cause?: unknown): unknown {
  if (signal?.aborted) return signal.reason;
  const advice = `Try again, drop ${file.name} on the page if you have it, or choose another graph; all others still work.`;
  return new Error(`${what}. ${advice}`, { cause });
}
