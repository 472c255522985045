import { type ReactNode, useRef } from 'react';
import { formatCount, formatShare } from '../../charts/numbers';
import { inputStandsApart } from '../../encoding/drawn-projections';
import type { Trace } from '../../engine/protocol';
import { actions } from '../../store/actions';
import { shownEpoch } from '../../store/epochs';
import type { EmbeddingScale } from '../../store/session';
import { useStore } from '../../store/store';
import { drawnHop } from '../../store/sub-step';
import { SegmentedControl } from '../../ui/segmented';
import { Tooltip } from '../../ui/tooltip';
import { collapseWithin } from '../collapse';
import { collapseCriterion, collapseSentence } from '../collapse-words';
import { Term } from '../term';
import { ViewPanel } from '../view-panel';
import { ViewTools } from '../view-tools';

export interface EmbeddingPanelProps {
  /** Brings every node into view. */
  onFit: () => void;
  /** The embedding view; it fills the panel. */
  children: ReactNode;
}

const SCALES: { value: EmbeddingScale; label: string }[] = [
  { value: 'true', label: 'True scale' },
  { value: 'zoomed', label: 'Zoomed' },
];

/** The embedding view with its scale and what it shows of the trace. */
export function EmbeddingPanel({ onFit, children }: EmbeddingPanelProps) {
  const panel = useRef<HTMLElement>(null);
  const trace = useStore((state) => state.trace);
  const hop = useStore(drawnHop);
  const scale = useStore((state) => state.view.scale);
  return (
    <ViewPanel
      control="embedding-panel"
      panel={panel}
      title={
        <span>
          <Term name="embedding">Embedding</Term> · hop {hop}
        </span>
      }
      choices={
        <SegmentedControl
          control="scale"
          label="Scale of the embedding"
          value={scale}
          choices={SCALES}
          onChange={actions.setScale}
        />
      }
      legend={trace && <ScaleNote trace={trace} hop={hop} scale={scale} />}
      tools={<ViewTools view="embedding" panel={panel} onFit={onFit} />}
      caption={trace ? <EmbeddingCaption trace={trace} hop={hop} /> : 'The embedding appears when it is computed.'}
    >
      {children}
    </ViewPanel>
  );
}

/** What the sizes mean. It stands in room for its longest sentence, so that another scale leaves the view as large as it was. */
function ScaleNote({ trace, hop, scale }: { trace: Trace; hop: number; scale: EmbeddingScale }) {
  const ofEpoch = useStore((state) => shownEpoch(state) !== null);
  if (scale === 'zoomed') return <Term name="zoomed">Zoomed: sizes do not compare across hops</Term>;
  if (hop > 0 || !inputStandsApart(trace)) {
    return ofEpoch && <Term name="epochScale">Sizes compare across hops, not across epochs</Term>;
  }
  return <Term name="inputScale">The input has {formatCount(trace.widths[0])} columns: its scale is its own</Term>;
}

export function EmbeddingCaption({ trace, hop }: { trace: Trace; hop: number }) {
  const within = useStore(collapseWithin);
  const explained = trace.explained[hop].reduce((sum, share) => sum + share, 0);
  return (
    <>
      {explained === 0 ? (
        'All rows are equal: nothing varies that could be shown.'
      ) : (
        <>
          Nearby colours are alike in the <Term name="components3">three components</Term> shown (
          <strong>{formatShare(Math.min(1, explained))}</strong> of the variance).
        </>
      )}{' '}
      <Tooltip control="term-collapse" text={collapseCriterion(within)}>
        At this hop
      </Tooltip>{' '}
      {collapseSentence(trace, hop, within)}
    </>
  );
}
