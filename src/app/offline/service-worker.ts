/**
 * Keeps the built files in the browser, so that the page opens without a network from its second visit on. It imports nothing:
 * it is one file of its own beside the page, and `scripts/service-worker.mjs` writes into it what there is to keep.
 *
 * A new version waits until it is asked to take over: a page that is open goes on with the files it was opened with.
 */

/** The hash of the whole build, and each file's by its path; only those are named whose names do not hold one already. */
declare const BUILT: { version: string; files: Record<string, string | null> };

/** Its names are its own, as a module's are. */
export {};

/** What is used here of a service worker's global scope, which the types of a page do not know. */
interface Scope {
  registration: { scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Lasting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
}

interface Lasting {
  waitUntil(end: Promise<unknown>): void;
}

interface Fetching extends Lasting {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

declare const self: Scope;

const { scope } = self.registration;
/** Builds in other folders of the same host have caches of their own. */
const OURS = `hopscope-built ${scope} `;
const CACHE = OURS + BUILT.version;

self.addEventListener('install', (event) => event.waitUntil(keepAll()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const path = pathOf(url);
  if (method !== 'GET' || path === null) return;
  if (path in BUILT.files) event.respondWith(kept(path, event.request));
  // A page of the version before, in another tab, still asks for parts of its own.
  else if (path.startsWith('assets/')) event.respondWith(fromAny(event.request));
});

/** The path below this worker's folder, without query; null outside of it. */
function pathOf(url: string): string | null {
  const { origin, pathname } = new URL(url);
  const start = new URL(scope);
  if (origin !== start.origin || !pathname.startsWith(start.pathname)) return null;
  return decodeURIComponent(pathname.slice(start.pathname.length)) || 'index.html';
}

/** The page by its folder: some hosts send the one who asks for index.html there, and a browser opens no page that was sent on. */
function addressOf(path: string): string {
  return new URL(path === 'index.html' ? './' : path, scope).href;
}

async function keepAll(): Promise<void> {
  const cache = await caches.open(CACHE);
  await Promise.all(
    Object.entries(BUILT.files).map(async ([path, hash]) => {
      const url = addressOf(path);
      // A name with a hash in it means the same file in every version.
      const known = hash === null ? await caches.match(url) : undefined;
      await cache.put(url, known ?? (await fetched(url, hash)));
    }),
  );
}

/** @throws {Error} when it is not the file that was built: half of one version and half of another must not be kept. */
async function fetched(url: string, hash: string | null): Promise<Response> {
  const response = await fetch(url, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
  if (hash === null) return response;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer()));
  const found = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (found !== hash) throw new Error(`${url} is of another version`);
  return response;
}

async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(addressOf(path))) ?? fetch(request);
}

async function fromAny(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? fetch(request);
}

/** All but this version and the one before it, which may still be open elsewhere. */
async function forgetOld(): Promise<void> {
  const ours = (await caches.keys()).filter((name) => name.startsWith(OURS));
  await Promise.all(ours.slice(0, -2).map((name) => caches.delete(name)));
}
