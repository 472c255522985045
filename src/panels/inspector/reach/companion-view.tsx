import { useMemo } from 'react';
import type { Graph } from '../../../graph/graph';
import { setSecond } from '../../../store/inspecting';
import { hopsHeard } from '../../../store/stepping';
import { useStore } from '../../../store/store';
import { IconButton } from '../../../ui/button';
import { spokenName } from '../../names';
import { Term } from '../../term';
import { NodeSearch } from '../node-search';
import { hearingEachOther, sharedSentence } from './reach-words';

/** (N) hops from which the companion hears each node, or null without one. */
export function useCompanionHops(graph: Graph): Int32Array | null {
  const companion = useStore((state) => state.second);
  const recipe = useStore((state) => state.recipe);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  return useMemo(
    // What the focus hears is known once it is known what messages run along.
    () =>
      hopsFromFocus === null || companion === null || companion >= graph.nodeCount
        ? null
        : hopsHeard(graph, recipe, companion),
    [graph, recipe, companion, hopsFromFocus],
  );
}

interface CompanionViewProps {
  graph: Graph;
  focus: number;
  hop: number;
  hopsFromFocus: Int32Array;
  companionHops: Int32Array | null;
}

/** What the focus and a second node have both heard. */
export function CompanionView({ graph, focus, hop, hopsFromFocus, companionHops }: CompanionViewProps) {
  const companion = useStore((state) => state.second);
  const other = companion === null || !companionHops || companion === focus ? null : companion;
  const names = (node: number): [string, string] => [spokenName(graph, focus), spokenName(graph, node)];
  return (
    <section className="inspector-section companion">
      <h3>
        <Term name="sharedField">Shared field</Term>
        {other !== null && (
          <>
            {' '}
            with {spokenName(graph, other)}
            <IconButton
              control="clear-companion"
              icon="close"
              label="Let go of the second node"
              tone="quiet"
              onClick={() => setSecond(null)}
            />
          </>
        )}
      </h3>
      {other === null || !companionHops ? (
        <>
          <p className="inspector-hint">
            Choose a second node to see what both have heard: Shift-click one in either view, or find it by name.
          </p>
          <NodeSearch control="find-companion" label="Find a second node" graph={graph} onChoose={setSecond} />
        </>
      ) : (
        <p className="companion-words" data-control="shared-field">
          {sharedSentence(names(other), hopsFromFocus, companionHops, hop)}{' '}
          {hearingEachOther(names(other), hopsFromFocus[other], companionHops[focus])}
        </p>
      )}
    </section>
  );
}
