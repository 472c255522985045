import { useMemo } from 'react';
import { LineChart } from '../../../charts/line-chart';
import { formatShare } from '../../../charts/numbers';
import { type Graph, nodeName } from '../../../graph/graph';
import { hopsFrom } from '../../../graph/hops';
import { WIRING } from '../../../recipe/combinations';
import { DESCRIPTORS, radiusOf } from '../../../recipe/descriptors';
import { actions } from '../../../store/actions';
import { useStore } from '../../../store/store';
import { spokenName } from '../../names';
import { shownHop } from '../../shown-hop';
import { Term } from '../../term';
import { CompanionView, useCompanionHops } from './companion-view';
import { DegreesTable } from './degrees-table';
import './reach-panel.css';
import { reachSentence } from './reach-words';
import { RingList } from './ring-list';
import { heardBy } from './shared-field';

interface ReachPanelProps {
  graph: Graph;
  focus: number;
  onFocus: (node: number) => void;
}

/** How far the focus hears, beside the average node and a second one. */
export function ReachPanel({ graph, focus, onFocus }: ReachPanelProps) {
  const recipe = useStore((state) => state.recipe);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const distances = useStore((state) => state.inspector.distances);
  const companion = useStore((state) => state.second);
  const hop = useStore(shownHop);
  const companionHops = useCompanionHops(graph);
  const distance = useMemo(() => hopsFrom(graph, focus), [graph, focus]);
  if (!hopsFromFocus) return null;
  const figures = distances?.graph === graph ? distances.figures : null;
  const radius = radiusOf(recipe);
  const name = spokenName(graph, focus);
  // They are of the graph’s own edges.
  const wired = WIRING.some((field) => recipe[field] !== undefined);
  const average = figures && radius > 0 && !wired ? figures.share.filter((_, edges) => edges % radius === 0) : null;
  const own = heardBy(
    hopsFromFocus.reduce((most, away) => Math.max(most, away), 0),
    hopsFromFocus,
  );
  const last = Math.max(hop, own.length - 1, (average?.length ?? 1) - 1);
  const share = (counts: readonly number[]) => filled(counts, last).map((count) => count / graph.nodeCount);
  const lines = [
    { name, values: share(own), colour: 'var(--ember)', dash: '' },
    ...(average
      ? [
          {
            name: 'average node',
            values: filled(
              average.map(({ value }) => value),
              last,
            ),
            colour: 'var(--series-muted)',
            dash: '4 3',
          },
        ]
      : []),
    ...(companionHops && companion !== focus
      ? [{ name: 'both', values: share(heardBy(last, hopsFromFocus, companionHops)), colour: 'var(--teal)', dash: '' }]
      : []),
  ];
  return (
    <>
      <p className="reach-words" data-control="reach-sentence">
        {reachSentence(name, hop, graph.nodeCount, own)}
      </p>
      <LineChart
        title={<Term name="reachCurve">Share of the graph heard</Term>}
        lines={lines}
        {...{ last, unit: 'hop', scale: 'share', format: formatShare, marked: null, shown: hop }}
        onPick={actions.goToHop}
      />
      <CompanionView {...{ graph, focus, hop, hopsFromFocus, companionHops }} />
      <section className="inspector-section">
        <h3>
          <Term name="sixDegrees">Six degrees</Term>
        </h3>
        {radius !== 1 && (
          <p className="inspector-hint">
            In edges: one hop of {DESCRIPTORS[recipe.conv].title} {radius === 0 ? 'takes none' : `takes ${radius}`}.
          </p>
        )}
        <DegreesTable name={name} nodeCount={graph.nodeCount} distance={distance} figures={figures} />
      </section>
      <section className="inspector-section">
        <h3>First heard from</h3>
        <RingList
          key={focus}
          hopsFromFocus={hopsFromFocus}
          hop={hop}
          nameOf={(node) => nodeName(graph, node)}
          onFocus={onFocus}
        />
      </section>
    </>
  );
}

/** Up to position `last`, the last value held. */
function filled(values: readonly number[], last: number): number[] {
  return Array.from({ length: last + 1 }, (_, i) => values[Math.min(i, values.length - 1)]);
}
