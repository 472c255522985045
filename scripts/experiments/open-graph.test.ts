import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { foldersOf, openGraph } from './open-graph';

const made: string[] = [];
const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'hopscope-'));
  made.push(path);
  return path;
};

afterEach(() => {
  vi.unstubAllGlobals();
  for (const path of made.splice(0)) rmSync(path, { recursive: true });
});

it('a graph that is generated is made with its parameters', async () => {
  const graph = await openGraph({ id: 'grid', parameters: { rows: 3, columns: 4 } }, []);
  expect(graph.nodeCount).toBe(12);
});

it('a file of a folder is checked as one that is fetched, and a missing one says where to put it', async () => {
  const [datasets, root] = [folder(), folder()];
  const folders = foldersOf(root, datasets);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no network')));
  await expect(openGraph({ id: 'cora', parameters: {} }, folders)).rejects.toThrow(
    'Cora cannot be had: set HOPSCOPE_DATASETS to a folder with npz/cora.npz, or get it with "npm run datasets". ' +
      'raw.githubusercontent.com cannot be reached',
  );
  mkdirSync(join(datasets, 'npz'));
  writeFileSync(join(datasets, 'npz', 'cora.npz'), 'another file');
  const asked = vi.fn(async (_url: string) => new Response('another file too'));
  vi.stubGlobal('fetch', asked);
  await expect(openGraph({ id: 'cora', parameters: {} }, folders)).rejects.toThrow('sends another file as cora.npz');
  expect(asked.mock.calls.map(([url]) => url)).toEqual([expect.stringMatching(/^https:.*cora\.npz$/)]);
});
