// node scripts/serve.mjs [folder] [--base /some/sub/path/] [--port 4173]
// As plain as the plainest static host: right types, no fallback page, no special headers.
import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { ROOT, runMain } from './prepare.mjs';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.gexf': 'application/xml',
  '.graphml': 'application/xml',
  '.gz': 'application/gzip',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.zip': 'application/zip',
};

const COMPRESSIBLE = /^text\/|javascript|json|xml|wasm/;

/**
 * Which file a request asks for.
 * @param {string} directory
 * @param {string} base begins and ends with a slash
 * @param {string} url path and query of the request
 * @returns {string | null} null when there is no such file under the directory.
 */
export function fileFor(directory, base, url) {
  let path;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null; // not valid percent-encoding
  }
  if (!path.startsWith(base) || path.includes('\0')) return null;
  const root = resolve(directory);
  let file = resolve(root, `./${path.slice(base.length)}`);
  if (file !== root && !file.startsWith(root + sep)) return null;
  if (path.endsWith('/')) file = join(file, 'index.html');
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}

/**
 * @param {{ directory: string, base?: string, port?: number, gzip?: boolean, onFile?: (file: string) => void }} options
 *   port 0 takes a free one; `gzip` compresses as most hosts do; `onFile` hears of every file when it is asked for.
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export function serve({ directory, base = '/', port = 0, gzip = false, onFile }) {
  if (!base.startsWith('/') || !base.endsWith('/')) {
    throw new Error(`the base must begin and end with a slash, not "${base}"`);
  }
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`there is no folder ${directory}; "npm run build" makes dist/`);
  }
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405).end();
      return;
    }
    const file = fileFor(directory, base, request.url ?? '/');
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('not found');
      return;
    }
    onFile?.(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    if (gzip && COMPRESSIBLE.test(type)) {
      response.writeHead(200, { 'Content-Type': type, 'Content-Encoding': 'gzip' }).end(gzipSync(readFileSync(file)));
      return;
    }
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': statSync(file).size });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  });
  return new Promise((done, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      const taken = typeof address === 'object' && address ? address.port : port;
      const close = () =>
        new Promise((/** @type {(value: void) => void} */ closed) => {
          server.close(() => closed());
          server.closeAllConnections();
        });
      done({ url: `http://127.0.0.1:${taken}${base}`, close });
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  await runMain(async () => {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { base: { type: 'string', default: '/' }, port: { type: 'string', default: '4173' } },
    });
    const directory = resolve(positionals[0] ?? join(ROOT, 'dist'));
    const { url } = await serve({ directory, base: values.base, port: Number(values.port) });
    console.log(`${directory} is at ${url}`);
    return undefined;
  });
}
