import type { LinearEnergies } from '../engine/protocol';
import { engineWith } from './engine-link';
import { useStore } from './store';

/**
 * What the eigenvalues of S predict of the trace on screen, were its input propagated without weights, and what that comes to.
 * @param wanted told the share that is done; false stops it. @throws {Error} where the graph has no such spectrum.
 */
export async function linearEnergiesOnScreen(wanted: (fraction: number) => boolean): Promise<LinearEnergies> {
  const { graph } = useStore.getState();
  if (!graph) throw new Error('There is no graph on screen yet.');
  return (await engineWith(graph)).linearEnergies(wanted);
}
