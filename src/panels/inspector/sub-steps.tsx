import { actions } from '../../store/actions';
import { SUB_STEPS, type SubStep } from '../../store/session';
import { useStore } from '../../store/store';
import { SegmentedControl } from '../../ui/segmented';
import { useMedia } from '../../ui/use-media';
import './sub-steps.css';

const LABELS: Record<SubStep, string> = { message: 'Message', aggregate: 'Aggregate', update: 'Update' };
const CHOICES = SUB_STEPS.map((value) => ({ value, label: LABELS[value] }));

/** Where the panels stack, and the timeline alone stays in sight. */
const STACKED = '(max-width: 1023px)';

/**
 * Which part of the hop the graph shows; none while it shows the whole of it. It stands above the arithmetic or, where that may
 * be far from the graph, in the timeline: of the two it is drawn in one.
 */
export function SubSteps({ within }: { within: 'inspector' | 'timeline' }) {
  const subStep = useStore((state) => state.subStep);
  if (useMedia(STACKED) !== (within === 'timeline')) return null;
  return (
    <div className="sub-steps" title="Shift → and Shift ← go from part to part">
      <SegmentedControl
        control="sub-step"
        label="Part of the hop"
        value={subStep}
        choices={CHOICES}
        onChange={actions.setSubStep}
      />
    </div>
  );
}
