import { edgesAreDrawn, MAX_EDGES_DRAWN } from '../graph/limits';
import { firstSample } from '../graph/samples/sample';
import { attempt } from './attempt';
import { notify } from './notices';
import { takeSample } from './sampling';
import type { State } from './state';
import { useStore } from './store';

/** Tells of a graph whose edges are too many to be drawn, and offers a part of it. @returns how to stop. */
export function followNodesAlone(): () => void {
  return useStore.subscribe(({ graph, dataset }, before) => {
    if (graph && graph !== before.graph && !edgesAreDrawn(graph)) tell(graph, dataset);
  });
}

function tell(graph: NonNullable<State['graph']>, { sample }: State['dataset']): void {
  const see = () => void attempt('The sample could not be taken', () => takeSample(firstSample(graph)));
  const [edges, most] = [graph.edgeCount, MAX_EDGES_DRAWN].map((count) => count.toLocaleString('en'));
  notify(
    'info',
    'Only the nodes of this graph are drawn',
    `It has ${edges} edges, and up to ${most} are drawn. Everything is computed on all of them. A part of it can be drawn in full.`,
    // There is no part of a part.
    sample ? undefined : { label: 'See a part', run: see },
  );
}
