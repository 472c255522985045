import type { Components } from '../../graph/components';
import type { Neighbourhood } from './neighbourhood';

/**
 * The subspace that linear propagation tends to: U has one column a component, √d̃ on its nodes, normalised; d̃ = degree + 1
 * (Oono & Suzuki 2020, arXiv 1905.10947). A node without neighbours spans its own column, so its row is always inside; it
 * gets no slot and weight 0.
 */
export interface DegreeSubspace {
  /** Components of two nodes or more. */
  slots: number;
  /** (N) the component of each node, 0 and without meaning for a node without neighbours. */
  slot: Int32Array;
  /** (N) its entry in U: √d̃_i / √(Σ d̃ over its component). */
  weight: Float64Array;
  /** (slots+1) component s has the nodes member[slotPointer[s]] … member[slotPointer[s+1]−1]. */
  slotPointer: Int32Array;
  member: Int32Array;
}

export function degreeSubspaceOf({ nodeCount, degree }: Neighbourhood, { count, of }: Components): DegreeSubspace {
  const slotOf = new Int32Array(count).fill(-1);
  const slot = new Int32Array(nodeCount);
  const totals: number[] = [];
  const sizes: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    if (degree[v] === 0) continue;
    if (slotOf[of[v]] < 0) {
      slotOf[of[v]] = totals.length;
      totals.push(0);
      sizes.push(0);
    }
    slot[v] = slotOf[of[v]];
    totals[slot[v]] += degree[v] + 1;
    sizes[slot[v]]++;
  }
  const slots = totals.length;
  const slotPointer = new Int32Array(slots + 1);
  for (let s = 0; s < slots; s++) slotPointer[s + 1] = slotPointer[s] + sizes[s];
  const member = new Int32Array(slotPointer[slots]);
  const next = slotPointer.slice(0, slots);
  const weight = new Float64Array(nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    if (degree[v] === 0) continue;
    weight[v] = Math.sqrt((degree[v] + 1) / totals[slot[v]]);
    member[next[slot[v]]++] = v;
  }
  return { slots, slot, weight, slotPointer, member };
}
