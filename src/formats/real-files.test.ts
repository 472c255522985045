import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../graph/from-plain';
import { readGraphFile } from './read-graph-file';

/** A folder of public files that are not part of the project; without it these tests are skipped, and say so. */
const folder = process.env.HOPSCOPE_DATASETS ?? '';
const there = folder !== '' && existsSync(folder);
const title = there ? `real files in ${folder}` : 'real files (skipped: HOPSCOPE_DATASETS names no folder)';

const bytesOf = (path: string) => ({ name: basename(path), bytes: new Uint8Array(readFileSync(join(folder, path))) });
const load = async (...paths: string[]) => graphFromPlain(await readGraphFile(paths.map(bytesOf)));

describe.skipIf(!there)(title, () => {
  it('reads the karate club with its two factions', async () => {
    const graph = await load('karate/edges.csv', 'karate/labels.csv');
    expect([graph.nodeCount, graph.edgeCount, graph.classes.length]).toEqual([34, 78, 2]);
    expect(graph.weight).toBeNull();
    expect((await load('karate/edges.csv')).ids.slice(0, 3)).toEqual(['0', '1', '2']);
  });

  it('reads the karate club with weights and four communities, in either order', async () => {
    const graph = await load('karate/labels_4communities.csv', 'karate/edge_weights.csv');
    expect([graph.nodeCount, graph.edgeCount, graph.classes.length]).toEqual([34, 78, 4]);
    expect(graph.weight?.[0]).toBe(4);
  });

  it('reads Les Misérables with names by line', async () => {
    const graph = await load('lesmis/edges_weighted.csv', 'lesmis/nodes.csv');
    expect([graph.nodeCount, graph.edgeCount, graph.directed]).toEqual([77, 254, false]);
    expect(graph.attributes.label?.slice(0, 2)).toEqual(['Anzelma', 'Babet']);
    expect([graph.source[0], graph.target[0], graph.weight?.[1]]).toEqual([63, 62, 8]);
  });

  it('reads Cora: 5,429 citations are 5,278 undirected edges', async () => {
    const graph = await load('npz/cora.npz');
    expect([graph.nodeCount, graph.edgeCount, graph.directed]).toEqual([2708, 5278, false]);
    expect([graph.features?.kind, graph.features?.columns, graph.classes.length]).toEqual(['sparse', 1433, 7]);
    const directed = await readGraphFile([bytesOf('npz/cora.npz')], { directed: true });
    expect([directed.edges.length, directed.directed]).toEqual([5429, true]);
  });

  it('reads the plain Cora edge list', async () => {
    const graph = await load('cora/edges.csv', 'cora/labels.csv');
    expect([graph.nodeCount, graph.edgeCount, graph.classes.length]).toEqual([2708, 5278, 7]);
  });

  it.each([
    // The one node of its fifth class is in no part of the split.
    ['texas_4_classes', 183, 1703, 5, 182],
    ['cornell', 183, 1703, 5, 183],
    ['chameleon_filtered', 890, 2325, 5, 890],
    ['actor', 7600, 932, 5, 7600],
  ])(
    'reads %s with sparse features and a split',
    async (name, nodes, columns, classes, covered) => {
      const graph = await load(`heterophilous/${name}.npz`);
      expect([graph.nodeCount, graph.features?.kind, graph.features?.columns, graph.classes.length]).toEqual([
        nodes,
        'sparse',
        columns,
        classes,
      ]);
      const { train, validation, test } = graph.split ?? {};
      expect((train?.length ?? 0) + (validation?.length ?? 0) + (test?.length ?? 0)).toBe(covered);
    },
    30_000,
  );
});
