import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Browser, fetchRemote } from './remote';
import { REMOTE_FILES, type RemoteFile } from './remote-file';

const content = new TextEncoder().encode('a graph, '.repeat(1000));
const file: RemoteFile = {
  id: 'cora',
  name: 'cora.npz',
  url: 'https://data.example/npz/cora.npz',
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
};
const MIRROR = './mirror/cora.npz';

type Answer = (signal?: AbortSignal) => Response | Promise<Response>;
const missing: Answer = () => new Response('nothing here', { status: 404, statusText: 'Not Found' });
const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const right: Answer = () => new Response(inParts(content, 1000));
const changed: Answer = () => new Response(content.slice(0, 100));

/** A stream that sends so many bytes at a time, and then ends or does something else. */
function inParts(bytes: Uint8Array, size: number, end = (stream: ReadableStreamDefaultController) => stream.close()) {
  let at = 0;
  return new ReadableStream<Uint8Array>({
    pull(stream) {
      if (at >= bytes.length) return end(stream);
      stream.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
}

/** A browser that answers as told, and what it was asked for and keeps. */
function browserWith(answers: { mirror?: Answer; source?: Answer }, cached: [string, Uint8Array<ArrayBuffer>][] = []) {
  const asked: string[] = [];
  const kept = new Map(cached);
  const cache = {
    match: async (url: string) => (kept.has(url) ? new Response(kept.get(url)) : undefined),
    put: async (url: string, response: Response) => void kept.set(url, new Uint8Array(await response.arrayBuffer())),
    delete: async (url: string) => kept.delete(url),
  };
  const browser: Browser = {
    fetch: async (url, { signal }) => {
      asked.push(url);
      return (url === MIRROR ? (answers.mirror ?? missing) : (answers.source ?? missing))(signal);
    },
    caches: { open: async () => cache as unknown as Cache },
  };
  return { browser, asked, kept };
}

let warnings: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  warnings = vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => warnings.mockRestore());

describe('where a remote file comes from', () => {
  it('the source, when there is no mirror; it is kept after the check, and the cache answers the next time', async () => {
    const { browser, asked, kept } = browserWith({ source: right });
    expect(await fetchRemote(file, {}, browser)).toEqual(content);
    expect(asked).toEqual([MIRROR, file.url]);
    expect(kept.get(file.url)).toEqual(content);
    expect(await fetchRemote(file, {}, browser)).toEqual(content);
    expect(asked.length).toBe(2);
  });

  it('the mirror, when there is one', async () => {
    const { browser, asked } = browserWith({ mirror: right, source: offline });
    expect(await fetchRemote(file, {}, browser)).toEqual(content);
    expect(asked).toEqual([MIRROR]);
  });

  it.each<[string, Answer]>([
    [
      'a host that answers everything with its page',
      () => new Response(content, { headers: { 'content-type': 'text/html' } }),
    ],
    ['a page without a type', () => new Response('<!doctype html>'.repeat(1000))],
    ['a file that was changed', changed],
    ['no answer', offline],
  ])('the source, when the mirror is %s', async (_, mirror) => {
    const { browser, asked } = browserWith({ mirror, source: right });
    expect(await fetchRemote(file, {}, browser)).toEqual(content);
    expect(asked).toEqual([MIRROR, file.url]);
  });

  it('not the cache, when what it kept is no longer right', async () => {
    const { browser, asked, kept } = browserWith({ source: right }, [[file.url, content.slice(1)]]);
    expect(await fetchRemote(file, {}, browser)).toEqual(content);
    expect(asked.length).toBe(2);
    expect(kept.get(file.url)).toEqual(content);
  });

  it.each<[string, Browser['caches']]>([
    ['is not there', undefined],
    ['may not be used', { open: () => Promise.reject(new DOMException('denied', 'SecurityError')) }],
  ])('the source each time, when the cache %s', async (_, caches) => {
    const { browser } = browserWith({ source: right });
    expect(await fetchRemote(file, {}, { ...browser, caches })).toEqual(content);
    expect(warnings).toHaveBeenCalledTimes(caches ? 2 : 0);
  });
});

describe('progress', () => {
  it('is what has really come, of the size that is known', async () => {
    const seen: [number, number | null][] = [];
    const { browser } = browserWith({ source: right });
    await fetchRemote(file, { onProgress: (...figures) => seen.push(figures) }, browser);
    expect(seen).toEqual(Array.from({ length: 10 }, (_, part) => [part * 1000, 9000]));
  });

  it.each([
    [{ 'content-length': '9000' }, 9000],
    [{ 'content-length': '120', 'content-encoding': 'gzip' }, null],
    [{}, null],
  ])('takes the size from %o where it is not known: %s', async (headers, total) => {
    const onProgress = vi.fn();
    const { browser } = browserWith({ source: () => new Response(content, { headers: headers as HeadersInit }) });
    await fetchRemote({ ...file, bytes: null }, { onProgress }, browser);
    expect(onProgress).toHaveBeenLastCalledWith(9000, total);
  });
});

describe('what goes wrong', () => {
  const broken: Answer = () =>
    new Response(inParts(content.slice(0, 2000), 1000, (stream) => stream.error(new TypeError('network error'))));
  const endless: Answer = () => new Response(inParts(content, 1000, (stream) => stream.enqueue(content)));

  it.each<[string, Answer, RegExp]>([
    ['no connection', offline, /^data\.example cannot be reached: no connection.*drop cora\.npz on the page/],
    ['an error answer', missing, /^data\.example answers 404 Not Found where cora\.npz was asked for/],
    ['a broken connection', broken, /^the connection to data\.example broke while cora\.npz was being fetched/],
    ['another file', changed, /^data\.example sends another file as cora\.npz \(its SHA-256 is [0-9a-f]{64}, not/],
    ['a file that never ends', endless, /^data\.example sends another file as cora\.npz \(it is larger/],
  ])('%s is told, with what to do, and nothing is kept', async (_, source, message) => {
    const { browser, kept } = browserWith({ source });
    await expect(fetchRemote(file, {}, browser)).rejects.toThrow(message);
    expect(kept.size).toBe(0);
  });

  it('an abort before, while connecting, and while receiving is the signal’s own reason, and nothing is kept', async () => {
    const before = browserWith({ source: right });
    await expect(fetchRemote(file, { signal: AbortSignal.abort() }, before.browser)).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
    expect(before.asked).toEqual([]);

    for (const place of ['mirror', 'source'] as const) {
      const controller = new AbortController();
      const hanging: Answer = (signal) =>
        new Promise((_, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          controller.abort();
        });
      const { browser, asked, kept } = browserWith({ [place]: hanging });
      await expect(fetchRemote(file, { signal: controller.signal }, browser)).rejects.toMatchObject({
        name: 'AbortError',
      });
      expect(asked.length).toBe(place === 'mirror' ? 1 : 2);
      expect(kept.size).toBe(0);
    }

    const controller = new AbortController();
    const { browser, kept } = browserWith({ source: right });
    const onProgress = (received: number) => {
      if (received === 3000) controller.abort();
    };
    await expect(fetchRemote(file, { signal: controller.signal, onProgress }, browser)).rejects.toMatchObject({
      name: 'AbortError',
    });
    expect(kept.size).toBe(0);
  });
});

it('every remote file has an https address, a name and a whole SHA-256', () => {
  for (const { name, url, sha256 } of REMOTE_FILES) {
    expect(url).toMatch(/^https:\/\/raw\.githubusercontent\.com\/.+\.npz$/);
    expect(url.endsWith(`/${name}`)).toBe(true);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  }
});
