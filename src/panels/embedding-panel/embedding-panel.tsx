import type { ReactNode } from 'react';
import { formatCount, formatShare } from '../../charts/numbers';
import { inputStandsApart } from '../../encoding/drawn-projections';
import type { Trace } from '../../engine/protocol';
import { actions } from '../../store/actions';
import type { EmbeddingScale } from '../../store/session';
import { useStore } from '../../store/store';
import { IconButton } from '../../ui/button';
import { SegmentedControl } from '../../ui/segmented';
import { shownHop } from '../shown-hop';
import { Term } from '../term';
import { ViewPanel } from '../view-panel';
import { collapseSentence } from './sentence';

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
  const trace = useStore((state) => state.trace);
  const hop = useStore(shownHop);
  const scale = useStore((state) => state.view.scale);
  return (
    <ViewPanel
      control="embedding-panel"
      title={`Embedding · hop ${hop}`}
      choices={
        <SegmentedControl
          control="scale"
          label="Scale of the embedding"
          value={scale}
          choices={SCALES}
          onChange={actions.setScale}
        />
      }
      tools={<IconButton control="fit-embedding" icon="fit" label="Fit the embedding to the view" onClick={onFit} />}
      caption={
        trace ? (
          <EmbeddingCaption trace={trace} hop={hop} scale={scale} />
        ) : (
          'The embedding appears when it is computed.'
        )
      }
    >
      {children}
    </ViewPanel>
  );
}

export function EmbeddingCaption({ trace, hop, scale }: { trace: Trace; hop: number; scale: EmbeddingScale }) {
  const explained = trace.explained[hop].reduce((sum, share) => sum + share, 0);
  return (
    <>
      {explained === 0 ? (
        'All rows are equal: nothing varies that could be shown.'
      ) : (
        <>
          Nearby colours are alike in the <Term name="components3">three components</Term> shown (
          <strong>{formatShare(Math.min(1, explained))}</strong>).
        </>
      )}{' '}
      {hop === 0 && inputStandsApart(trace) && scale === 'true' && (
        <>
          <Term name="inputScale">
            The input has {formatCount(trace.widths[0])} columns: its scale is its own.
          </Term>{' '}
        </>
      )}
      {scale === 'zoomed' && (
        <>
          <Term name="zoomed">Zoomed:</Term> sizes do not compare across hops.{' '}
        </>
      )}
      <Term name="collapse">Collapse:</Term> {collapseSentence(trace.shapes[hop], trace.nodeCount)}
    </>
  );
}
