import { actions } from '../../store/actions';
import { SUB_STEPS, type SubStep } from '../../store/session';
import { useStore } from '../../store/store';
import { SegmentedControl } from '../../ui/segmented';

const LABELS: Record<SubStep, string> = { message: 'Message', aggregate: 'Aggregate', update: 'Update' };
const CHOICES = SUB_STEPS.map((value) => ({ value, label: LABELS[value] }));

/** Which part of the hop the graph shows; none while it shows the whole of it. */
export function SubSteps() {
  const subStep = useStore((state) => state.subStep);
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
