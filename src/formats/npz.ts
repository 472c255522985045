/** Graphs as NumPy archives, in the two layouts that GNN benchmarks come in: see `npz-csr.ts` and `npz-heterophilous.ts`. */
import type { PlainGraph } from '../graph/plain';
import { type Format, FormatError, type ReadOptions } from './format';
import { openNpz } from './npz/arrays';
import { isCsr, readCsr } from './npz/csr';
import { isHeterophilous, readHeterophilous } from './npz/heterophilous';
import { isZip } from './sniff';

export const npz: Format = {
  name: 'npz',
  extensions: ['.npz'],
  sniff: isZip,
  read: readNpz,
};

function readNpz(bytes: Uint8Array, name: string, options: ReadOptions): PlainGraph {
  const arrays = openNpz(bytes, name);
  if (isCsr(arrays)) return readCsr(arrays, options);
  if (isHeterophilous(arrays)) return readHeterophilous(arrays, options);
  const there = arrays.names.slice(0, 12).join(', ') || 'nothing';
  throw new FormatError(
    `${name} holds ${there}; a graph needs adj_data, adj_indices, adj_indptr and adj_shape, or edges with node_features or node_labels`,
  );
}
