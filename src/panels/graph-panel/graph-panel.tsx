import { type ReactNode, useMemo, useRef } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { formatShare } from '../../charts/numbers';
import { actions } from '../../store/actions';
import { attempt } from '../../store/attempt';
import { useStore } from '../../store/store';
import { SegmentedControl } from '../../ui/segmented';
import { neighbourCount, spokenName } from '../names';
import { shownHop } from '../shown-hop';
import { ViewPanel } from '../view-panel';
import { ViewTools } from '../view-tools';
import { hearing, hearingSentence, subStepSentence } from './caption';
import { colourChoices } from './colour-choices';
import { CrowdNote } from './crowd-note';
import { EdgeLegend } from './edge-legend';
import { EditNote } from './edit-note';
import { EmbeddingLegend } from './embedding-legend';
import { FilterMenu } from './filter-menu';
import { FilterNote } from './filter-note';
import { GraphWalk } from './graph-walk';
import { LayoutTools } from './layout-tools';
import { Legend } from './legend';
import { LookMenu } from './look-menu';
import { MorphSlider } from './morph-slider';
import { SampleMenu } from './sample-menu';
import { SelectionNote } from './selection-note';
import { SizeLegend } from './size-legend';
import { SummaryDetails } from './summary-details';
import { useChangeSentence } from './use-change-sentence';
import { useLegend } from './use-legend';
import { WiringNote } from './wiring-note';

export interface GraphPanelProps {
  /** Brings the whole graph into view. */
  onFit: () => void;
  /** The graph view; it fills the panel. */
  children: ReactNode;
}

/** The graph view with what its colours mean, what is known of the graph, and whom the focus hears. */
export function GraphPanel({ onFit, children }: GraphPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const graph = useStore((state) => state.graph);
  const summary = useStore((state) => state.summary);
  const colour = useStore((state) => state.view.colour);
  const layout = useStore((state) => state.layout);
  const pinned = useStore((state) => state.view.pins !== undefined);
  const told = useStore(useShallow(({ graph, trace, recipe, run, focus }) => ({ graph, trace, recipe, run, focus })));
  const legend = useLegend();
  return (
    <ViewPanel
      control="graph-panel"
      panel={panel}
      title={
        <>
          <span className="view-title-word">Graph</span>{' '}
          {graph && summary && <SummaryDetails graph={graph} summary={summary} onClassColumn={takeClassesFrom} />}
        </>
      }
      choices={
        <SegmentedControl
          control="colour"
          label="What the colours show"
          value={colour}
          choices={colourChoices(told)}
          onChange={actions.setColour}
        />
      }
      slider={<MorphSlider />}
      notes={
        <>
          {graph && <SampleMenu graph={graph} />}
          <EditNote />
          <WiringNote />
          <FilterNote />
          <SelectionNote />
        </>
      }
      legend={
        graph && (
          <>
            <SizeLegend />
            <EdgeLegend />
            <CrowdNote />
            {legend ? <Legend {...legend} /> : <EmbeddingLegend />}
          </>
        )
      }
      tools={
        <>
          <LayoutTools
            layout={layout}
            pinned={pinned}
            onUnpin={actions.unpin}
            onStop={actions.stopLayout}
            onContinue={actions.continueLayout}
            onRerun={actions.rerunLayout}
          />
          {graph && <LookMenu graph={graph} />}
          {graph && <FilterMenu graph={graph} />}
          <ViewTools view="graph" panel={panel} onFit={onFit} />
        </>
      }
      caption={<GraphCaption />}
    >
      {children}
      {graph && <GraphWalk graph={graph} />}
    </ViewPanel>
  );
}

const takeClassesFrom = (column: string) =>
  void attempt('The classes stay as they were', () => actions.takeClassesFrom(column));

function GraphCaption() {
  const graph = useStore((state) => state.graph);
  const focus = useStore((state) => state.focus);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const hop = useStore(shownHop);
  // The measure goes by edges between nodes, and says too little where messages also run elsewhere.
  const wired = useStore(({ recipe }) => recipe.virtualNode === true || recipe.fullyAdjacentLast === true);
  const reach = useStore((state) => (wired ? null : (state.trace?.measures[shownHop(state)]?.reach ?? null)));
  const heard = useMemo(() => hopsFromFocus && hearing(hopsFromFocus, hop), [hopsFromFocus, hop]);
  const subStep = useStore((state) => state.subStep);
  const change = useChangeSentence();
  if (!graph) return 'The graph is being loaded.';
  if (focus !== null && subStep !== null) {
    return (
      <>
        <strong>
          Hop {hop}, {subStep}.
        </strong>{' '}
        {subStepSentence(spokenName(graph, focus), hop, subStep, neighbourCount(graph, focus))}
      </>
    );
  }
  if (change !== null) return <span data-control="change-sentence">{change}</span>;
  if (focus !== null && heard) {
    const [before, number, after] = hearingSentence(spokenName(graph, focus), hop, heard);
    return (
      <>
        <strong>Hop {hop}.</strong> {before}
        <strong>{number}</strong>
        {after}
      </>
    );
  }
  return (
    <>
      <strong>Hop {hop}.</strong>{' '}
      {reach !== null && (
        <>
          On average a node has heard from <strong>{formatShare(reach)}</strong> of the graph.{' '}
        </>
      )}
      Click a node to follow it.
    </>
  );
}
