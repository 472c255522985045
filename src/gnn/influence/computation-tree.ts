import { tensorsOnDevice } from '../models/device';
import type { Checkpoint } from './checkpoint';
import { refuseUnknown } from './field';
import type { Traced } from './pull-back';
import type { Occurrence, TreeLevel } from './tree-level';
import { type Walk, walksOn } from './walks';

/**
 * The computation tree of a node at hop k: whom it hears, whom those have heard, and so on down to hop 0. On every level stand
 * the `breadth` strongest of all whom the level above hears, by the influence of their walk, exact as in `influenceOn`.
 *
 * @returns from hop k down; it ends early where nobody has any influence.
 */
export async function computationTree(
  trace: Traced,
  node: number,
  hop: number,
  breadth: number,
  checkpoint: Checkpoint,
): Promise<TreeLevel[]> {
  refuseUnknown(trace, node, hop);
  if (!Number.isInteger(breadth) || breadth < 1) throw new Error(`A level cannot be ${breadth} wide: take 1 or more.`);
  const norm = Math.sqrt(trace.hops[hop].columns);
  const root: Walk = { node, parent: -1, influence: norm, unlinked: false, columns: 1, matrix: Float32Array.of(1) };
  const levels: TreeLevel[] = [{ hop, shown: [occurrence(root)], more: 0, silent: 0 }];
  const parameters = tensorsOnDevice(trace.parameters);
  try {
    let walks = [root];
    for (let layer = hop - 1; layer >= 0; layer--) {
      const { found, silent } = await walksOn(trace, parameters.value, layer, walks);
      walks = strongest(found, breadth);
      if (walks.length === 0) break;
      levels.push({ hop: layer, shown: walks.map(occurrence), more: found.length - walks.length, silent });
      await checkpoint((hop - layer) / hop);
    }
    return levels;
  } finally {
    parameters.dispose();
  }
}

function occurrence({ node, parent, influence, unlinked }: Walk): Occurrence {
  return { node, parent, influence, unlinked };
}

function strongest(walks: Walk[], most: number): Walk[] {
  return walks
    .toSorted((a, b) => b.influence - a.influence)
    .slice(0, most)
    .sort((a, b) => a.parent - b.parent || b.influence - a.influence);
}
