import { useRef } from 'react';
import { attempt } from '../../store/attempt';
import { sameLane } from '../../store/companions';
import { addLane, removeLane, removeLanes, whyNoLane } from '../../store/lanes';
import { useStore } from '../../store/store';
import { Button } from '../../ui/button';
import { collapseWithin } from '../collapse';
import { SaveButtons } from '../save-buttons';
import { shownHop } from '../shown-hop';
import { SidePanel } from '../side-panel';
import { accuracyOf } from './accuracy';
import './compare-panel.css';
import { comparisonWords } from './comparison-words';
import { LaneCard } from './lane-card';
import { LaneCharts } from './lane-charts';
import { type ShownLane, useLanes } from './use-lanes';

export interface ComparePanelProps {
  onClose: () => void;
  /** Saves a file of the comparison; resolves with what to say of it. */
  onSave: (kind: string) => Promise<string>;
}

/** Up to four lanes over one timeline: what is on screen, and what it is compared with, stepped together. */
export function ComparePanel({ onClose, onSave }: ComparePanelProps) {
  const lanes = useLanes();
  const hop = useStore(shownHop);
  const reason = useStore(whyNoLane);
  const alone = lanes.length === 1;
  const add = useRef<HTMLButtonElement>(null);
  // What was pressed goes away with the lane: the keyboard stays in the panel.
  const removing = (remove: () => void) => () => {
    remove();
    add.current?.focus();
  };
  const hint = hintFor(lanes);
  return (
    <SidePanel control="compare-panel" title="Compare" wide onClose={onClose}>
      <div className="button-row">
        <Button
          ref={add}
          control="lane-add"
          tone={alone ? 'ink' : 'plain'}
          aria-disabled={reason !== null}
          title={reason ?? undefined}
          onClick={() => void attempt('No lane could be added', addLane)}
        >
          Add a lane
        </Button>
        {!alone && (
          <Button control="lanes-remove" onClick={removing(removeLanes)}>
            Keep only what is on screen
          </Button>
        )}
      </div>
      {hint && <p className="field-hint">{hint}</p>}
      {!alone && (
        <div className="compare" data-control="lanes">
          <Differences lanes={lanes} hop={hop} />
          <ol className="lanes">
            {lanes.map((lane, place) => (
              // The places stay and the lanes go from one to another.
              <LaneCard key={place} {...{ lane, place, hop }} onRemove={removing(() => removeLane(place - 1))} />
            ))}
          </ol>
          <LaneCharts lanes={lanes} hop={hop} />
        </div>
      )}
      {!alone && <SaveButtons control="lanes-save" what="comparison" onSave={onSave} />}
    </SidePanel>
  );
}

function Differences({ lanes, hop }: { lanes: readonly ShownLane[]; hop: number }) {
  const within = useStore(collapseWithin);
  const traced = lanes.flatMap(({ title, trace, graph }) =>
    trace ? [{ title, trace, accuracy: graph && accuracyOf(graph, trace.predictions) }] : [],
  );
  return (
    <p className="compare-words" data-control="compare-words" aria-live="polite">
      {comparisonWords(traced, hop, within)}
    </p>
  );
}

/** What there is to do next, or to know. */
function hintFor(lanes: readonly ShownLane[]): string | null {
  if (lanes.length === 1) {
    return 'A lane keeps the graph and the recipe on screen. Then change one thing above: both are stepped together.';
  }
  if (lanes.some((lane, i) => lanes.findIndex((each) => sameLane(each, lane)) < i)) {
    return 'Two lanes are the same. Change the graph or the recipe above: the other lane stays as it is.';
  }
  const [front, ...others] = lanes.map(({ recipe }) => recipe.hops);
  if (others.every((hops) => hops === front)) return null;
  return 'Stepping goes over the hops of the lane on screen; a lane with fewer stays at its last.';
}
