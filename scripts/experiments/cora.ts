import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { Graph } from '../../src/graph/graph';

const COLUMNS = 1433;

/** Cora with its public split, from `cora/` in a folder of datasets: edges.csv, features_binary.csv, labels.csv, split.json. */
export function readCora(folder: string): Graph {
  const rows = (file: string, separator: string): number[][] =>
    readFileSync(join(folder, 'cora', file), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => (line.trim() === '' ? [] : line.trim().split(separator).map(Number)));
  const { train, val, test } = JSON.parse(readFileSync(join(folder, 'cora', 'split.json'), 'utf8'));
  const indices = rows('features_binary.csv', ' ');
  return graphFromPlain({
    name: 'Cora',
    nodes: indices.length,
    edges: rows('edges.csv', ',').map(([source, target]): [number, number] => [source, target]),
    features: { columns: COLUMNS, indices },
    labels: rows('labels.csv', ' ').map(([label]) => label),
    split: { train, validation: val, test },
  });
}
