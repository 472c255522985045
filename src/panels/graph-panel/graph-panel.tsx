import { type ReactNode, useMemo } from 'react';
import { formatShare } from '../../charts/numbers';
import { actions } from '../../store/actions';
import { attempt } from '../../store/attempt';
import type { ColourEncoding } from '../../store/session';
import type { State } from '../../store/state';
import { isLearned } from '../../store/stepping';
import { useStore } from '../../store/store';
import type { Choice } from '../../ui/radio';
import { SegmentedControl } from '../../ui/segmented';
import { spokenName } from '../names';
import { shownHop } from '../shown-hop';
import { ViewPanel } from '../view-panel';
import { hearing, hearingSentence } from './caption';
import { LayoutTools } from './layout-tools';
import { Legend } from './legend';
import { SummaryDetails } from './summary-details';
import { useLegend } from './use-legend';

export interface GraphPanelProps {
  /** Brings the whole graph into view. */
  onFit: () => void;
  /** The graph view; it fills the panel. */
  children: ReactNode;
}

/** The graph view with what its colours mean, what is known of the graph, and whom the focus hears. */
export function GraphPanel({ onFit, children }: GraphPanelProps) {
  const graph = useStore((state) => state.graph);
  const summary = useStore((state) => state.summary);
  const colour = useStore((state) => state.view.colour);
  const layout = useStore((state) => state.layout);
  const hasFocus = useStore((state) => state.focus !== null);
  const noClasses = useStore(({ graph }) => (graph?.labels ? null : 'this graph has no classes'));
  const noPrediction = useStore(whyNoPrediction);
  const legend = useLegend();
  return (
    <ViewPanel
      control="graph-panel"
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
          choices={colourChoices(noClasses, noClasses ?? noPrediction, hasFocus)}
          onChange={actions.setColour}
        />
      }
      legend={legend && <Legend {...legend} />}
      tools={
        <LayoutTools
          layout={layout}
          onFit={onFit}
          onStop={actions.stopLayout}
          onContinue={actions.continueLayout}
          onRerun={actions.rerunLayout}
        />
      }
      caption={<GraphCaption />}
    >
      {children}
    </ViewPanel>
  );
}

const takeClassesFrom = (column: string) =>
  void attempt('The classes stay as they were', () => actions.takeClassesFrom(column));

/** @param noClasses @param noPrediction why there are none; null where there are. */
function colourChoices(
  noClasses: string | null,
  noPrediction: string | null,
  hasFocus: boolean,
): Choice<ColourEncoding>[] {
  return [
    { value: 'embedding', label: 'Embedding' },
    { value: 'class', label: 'Class', unavailable: noClasses ?? undefined },
    { value: 'prediction', label: 'Prediction', unavailable: noPrediction ?? undefined },
    { value: 'confidence', label: 'Confidence', unavailable: noPrediction ?? undefined },
    { value: 'reach', label: 'Reach', unavailable: hasFocus ? undefined : 'choose a node first' },
    { value: 'degree', label: 'Degree' },
  ];
}

/** Why there is nothing predicted on screen; null when there is. Weights that nobody trained predict nothing. */
function whyNoPrediction({ trace, recipe, run }: State): string | null {
  if (trace?.predictions) return null;
  if (!isLearned(recipe))
    return `${recipe.weights.kind} weights predict nothing: train first, or open weights from a file`;
  return trace && run === null
    ? 'this network’s output is not one column a class: take a linear decoder'
    : 'they are being computed';
}

function GraphCaption() {
  const graph = useStore((state) => state.graph);
  const focus = useStore((state) => state.focus);
  const hopsFromFocus = useStore((state) => state.hopsFromFocus);
  const hop = useStore(shownHop);
  const reach = useStore((state) => state.trace?.measures[shownHop(state)]?.reach ?? null);
  const heard = useMemo(() => hopsFromFocus && hearing(hopsFromFocus, hop), [hopsFromFocus, hop]);
  if (!graph) return 'The graph is being loaded.';
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
