import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import order from '../../datasets/cora/planetoid.json';
import type { SparseMatrix } from '../graph/graph';
import { summarise } from '../graph/summary';
import { REMOTE_FILES, type RemoteFile, remoteFile } from './remote-file';
import { remoteGraph } from './remote-graph';

/** A browser for which the file has these bytes. */
const serving = (bytes: Uint8Array<ArrayBuffer>) => ({ fetch: async () => new Response(bytes), caches: undefined });

const fileOf = (id: string, bytes: Uint8Array): RemoteFile => ({
  ...remoteFile(id),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  bytes: bytes.length,
});

describe('a remote graph', () => {
  it('is read as undirected and takes the name of its entry', async () => {
    const bytes = new TextEncoder().encode('{"directed":true,"nodes":3,"edges":[[0,1],[1,2]]}');
    const graph = await remoteGraph(fileOf('texas', bytes), 'Texas', {}, serving(bytes));
    expect(graph).toMatchObject({ name: 'Texas', nodeCount: 3, directed: false, split: null });
  });

  it('is in the order of the literature, with the public split, when it is Cora', async () => {
    const count = order.nodes.length;
    const plain = {
      nodes: Array.from({ length: count }, (_, i) => ({ id: `paper ${i}` })),
      edges: [[order.nodes[4], order.nodes[2]]],
      features: { columns: 1, indices: Array.from({ length: count }, () => [0]) },
      labels: Array.from({ length: count }, (_, i) => i % 7),
    };
    const bytes = new TextEncoder().encode(JSON.stringify(plain));
    const graph = await remoteGraph(fileOf('cora', bytes), 'Cora', {}, serving(bytes));
    expect(graph.ids[2]).toBe(`paper ${order.nodes[2]}`);
    expect([graph.source[0], graph.target[0]]).toEqual([2, 4]);
    expect(graph.split?.test[0]).toBe(1708);
  });

  it('knows no file for an entry that has none', () => {
    expect(() => remoteFile('karate')).toThrow('sources.json names no file for the graph "karate"');
  });
});

/** The published files, in the folders they are kept in; without them these tests are skipped, and say so. */
const folder = process.env.HOPSCOPE_DATASETS ?? '';
const title = existsSync(folder)
  ? `files in ${folder}`
  : 'published files (skipped: HOPSCOPE_DATASETS names no folder)';
const pathOf = (name: string) => ['npz', 'heterophilous'].map((sub) => join(folder, sub, name)).find(existsSync);

describe.skipIf(!existsSync(folder))(title, () => {
  const load = (id: string) => {
    const path = pathOf(remoteFile(id).name);
    if (!path) throw new Error(`${remoteFile(id).name} is not in ${folder}`);
    return remoteGraph(remoteFile(id), id, {}, serving(new Uint8Array(readFileSync(path))));
  };

  it('Cora is undirected and its training nodes are 20 of each class', async () => {
    const graph = await load('cora');
    expect(summarise(graph)).toMatchObject({ nodes: 2708, edges: 5278, features: 1433, classes: 7, duplicates: 0 });
    const perClass = new Int32Array(7);
    for (const node of graph.split?.train ?? []) perClass[graph.labels?.[node] ?? -1]++;
    expect([...perClass]).toEqual([20, 20, 20, 20, 20, 20, 20]);
  });

  it('Cora is the Planetoid form, number by number', async () => {
    const rows = (name: string) =>
      readFileSync(join(folder, 'cora', name), 'utf8')
        .trimEnd()
        .split('\n');
    const graph = await load('cora');
    expect(Array.from(graph.source, (i, e) => `${i},${graph.target[e]}`)).toEqual(rows('edges.csv'));
    expect([...(graph.labels ?? [])]).toEqual(rows('labels.csv').map(Number));
    const { pointer, index } = graph.features as SparseMatrix;
    expect(Array.from(pointer.subarray(1), (end, i) => index.subarray(pointer[i], end).join(' '))).toEqual(
      rows('features_binary.csv').map((row) => row.trim()),
    );
    const { train, val, test } = JSON.parse(rows('split.json').join(''));
    expect(graph.split).toEqual({
      train: Int32Array.from(train),
      validation: Int32Array.from(val),
      test: Int32Array.from(test),
    });
  });

  it.each([
    ['texas', 183, 5],
    ['cornell', 183, 5],
    ['chameleon', 890, 5],
    ['actor', 7600, 5],
  ])('%s passes the check: %i nodes, %i classes', async (id, nodes, classes) => {
    const graph = await load(id);
    expect(summarise(graph)).toMatchObject({ nodes, classes, directed: false });
    expect(graph.split).not.toBeNull();
  });

  it('every size that is stated is right', () => {
    for (const { name, bytes } of REMOTE_FILES) {
      const path = pathOf(name);
      if (path) expect(readFileSync(path).length).toBe(bytes);
    }
  });
});
