import { componentsOf } from '../../graph/components';
import type { Graph } from '../../graph/graph';
import { seededRandom } from '../../graph/random';
import { type DegreeSubspace, degreeSubspaceOf } from './degree-subspace';
import { type ClassPairs, classPairsOf } from './group-distance-ratio';
import { type HopPairs, hopPairsOf } from './mad-gap';
import { type Neighbourhood, neighbourhoodOf } from './neighbourhood';
import { type PairStrata, pairsOfRows } from './pair-strata';

/** What the measures read of a graph, whatever the embedding. */
export interface Structure {
  neighbourhood: Neighbourhood;
  subspace: DegreeSubspace;
  rowPairs: PairStrata;
  /** Null with fewer than two classes. */
  classPairs: ClassPairs | null;
  hopPairs: HopPairs;
}

const kept = new WeakMap<Graph, Structure>();
/** Pairs are drawn from the same seed for every graph. */
const SEED = 1503;

/** Built once a graph and kept for as long as the graph is. */
export function structureOf(graph: Graph): Structure {
  let structure = kept.get(graph);
  if (!structure) {
    const neighbourhood = neighbourhoodOf(graph);
    const components = componentsOf(graph);
    const random = seededRandom(SEED);
    structure = {
      neighbourhood,
      subspace: degreeSubspaceOf(neighbourhood, components),
      rowPairs: pairsOfRows(graph.nodeCount, random),
      classPairs: graph.labels && classPairsOf(graph.labels, random),
      hopPairs: hopPairsOf(neighbourhood, components, random),
    };
    kept.set(graph, structure);
  }
  return structure;
}
