import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mirror } from './datasets.mjs';

const content = Buffer.from('a graph');
const file = {
  name: 'a.npz',
  url: 'https://data.example/a.npz',
  sha256: createHash('sha256').update(content).digest('hex'),
  bytes: content.length,
};

let folder: string;
let to: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hopscope-'));
  to = join(folder, 'public', 'mirror');
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(options: { from?: string; fetch?: () => Promise<Response> }) {
  const said: string[] = [];
  const seen: number[] = [];
  const failed = await mirror({
    files: [file],
    to,
    say: (line) => said.push(line),
    progress: (_, received) => seen.push(received),
    fetch: async () => expect.fail('nothing should be downloaded'),
    ...options,
  });
  return { failed, said: said.join('\n'), seen };
}

it('downloads a file, with progress, and not again', async () => {
  const { failed, said, seen } = await run({ fetch: async () => new Response(content) });
  expect([failed, seen]).toEqual([0, [7]]);
  expect(said).toMatch(/^a\.npz: downloaded, .*SHA-256 right$/);
  expect(readFileSync(join(to, 'a.npz'))).toEqual(content);
  expect(await run({})).toMatchObject({ failed: 0, said: 'a.npz: already there' });
});

it('copies from a folder, however deep, and replaces what is wrong', async () => {
  mkdirSync(join(folder, 'from', 'npz'), { recursive: true });
  writeFileSync(join(folder, 'from', 'npz', 'a.npz'), content);
  mkdirSync(to, { recursive: true });
  writeFileSync(join(to, 'a.npz'), 'cut sh');
  const { failed, said } = await run({ from: join(folder, 'from') });
  expect(failed).toBe(0);
  expect(said).toMatch(/^a\.npz: copied/);
  expect(readFileSync(join(to, 'a.npz'))).toEqual(content);
});

it.each<[string, { from?: string; fetch?: () => Promise<Response> }, RegExp]>([
  [
    'another file',
    { fetch: async () => new Response('changed') },
    /FAILED, this is another file: its SHA-256 is [0-9a-f]{64}, not/,
  ],
  ['an error answer', { fetch: async () => new Response('', { status: 404 }) }, /FAILED, https:.*a\.npz answers 404/],
  [
    'no connection',
    { fetch: () => Promise.reject(new TypeError('fetch failed', { cause: new Error('no such host') })) },
    /FAILED, fetch failed: no such host/,
  ],
  ['a folder without it', { from: import.meta.dirname }, /FAILED, there is no a\.npz in/],
  ['no folder', { from: '/no/such/folder' }, /FAILED, there is no folder \/no\/such\/folder/],
])('counts and tells %s, and writes nothing', async (_, options, message) => {
  const { failed, said } = await run(options);
  expect(failed).toBe(1);
  expect(said).toMatch(message);
  expect(readdirSync(to)).toEqual([]);
});
