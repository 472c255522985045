import { MEASURE_STYLES, type MeasureStyle } from '../../charts/measures';
import { counted, formatNumber } from '../../charts/numbers';
import type { Trace } from '../../engine/protocol';
import type { MeasureKey } from '../../gnn/measures/descriptors';
import { Checkbox } from '../../ui/checkbox';
import { NumberField } from '../../ui/number-field';
import { Popover } from '../../ui/popover';
import { Tooltip } from '../../ui/tooltip';
import { WITHIN } from '../collapse';
import { collapseCriterion, collapseVerdict } from '../collapse-words';
import { GLOSSARY } from '../glossary';
import { Term } from '../term';
import './readings.css';
import { orderVerdict } from './verdict';

interface ReadingsProps {
  trace: Trace;
  hop: number;
  directed: boolean;
  /** Names of the graph's classes. */
  classes: readonly string[];
  /** How near rows have to be to be called collapsed, relative to their length. */
  within: number;
  /** In per cent; null for as near as usual. */
  onWithin: (within: number | null) => void;
  /** Keys of the measures shown. */
  shown: readonly MeasureKey[];
  onShown: (keys: MeasureKey[]) => void;
}

/** "How alike are the nodes?": the measures at this hop in numbers, and what the trace says about collapse. */
export function Readings({ trace, hop, directed, classes, within, shown, onShown, onWithin }: ReadingsProps) {
  const verdict = collapseVerdict(trace, within);
  const order = orderVerdict(trace.shapes, classes, verdict.hop);
  return (
    <section className="readings" aria-labelledby="readings-title">
      <header className="readings-header">
        <h2 id="readings-title">How alike are the nodes?</h2>
        <MeasureChooser {...{ shown, onShown, within, onWithin }} />
      </header>
      <ul className="readings-list">
        {MEASURE_STYLES.filter(({ key }) => shown.includes(key)).map((measure) => (
          <Reading key={measure.key} measure={measure} trace={trace} hop={hop} />
        ))}
      </ul>
      <p className="readings-verdict">
        <Tooltip control="term-collapse" text={collapseCriterion(within)}>
          {verdict.called}
        </Tooltip>{' '}
        {verdict.words}
        {order && (
          <>
            {' '}
            <Term name="nearestCentroid">Order:</Term> {order}
          </>
        )}
        {directed && ' Edges are read both ways for the energies.'}
      </p>
    </section>
  );
}

function Reading({ measure, trace, hop }: { measure: MeasureStyle; trace: Trace; hop: number }) {
  const value = trace.measures[hop]?.[measure.key] ?? null;
  const note = trace.notes[measure.key];
  const zeroRows = trace.shapes[hop]?.zeroRows ?? 0;
  return (
    <li className="reading" data-measure={measure.key}>
      <svg className="reading-swatch" width="16" height="4" aria-hidden="true">
        <line
          x1="1"
          x2="15"
          y1="2"
          y2="2"
          stroke={measure.colour}
          strokeWidth={measure.dash ? 2 : 3}
          strokeDasharray={measure.dash}
          strokeLinecap={measure.dash ? 'butt' : 'round'}
        />
      </svg>
      <span className="reading-label">
        <Tooltip control={`term-${measure.key}`} text={`${measure.glossary} Here: ${measure.normalisation}.`}>
          {measure.label}
        </Tooltip>{' '}
        <span className="reading-normalisation">{measure.scope}</span>
        {measure.key === 'mad' && zeroRows > 0 && (
          <>
            {' '}
            <Term name="zeroRows" className="reading-normalisation">
              {counted(zeroRows, 'zero row')}
            </Term>
          </>
        )}
      </span>
      <strong className="reading-value">
        {note ? (
          <Tooltip control={`note-${measure.key}`} text={note}>
            {measure.format(value)}
          </Tooltip>
        ) : (
          measure.format(value)
        )}
      </strong>
    </li>
  );
}

/** Energies and angles can mislead where the rank does not, so the rank stays beside them. */
const WHY_LOCKED = 'Energies can mislead where the rank does not, so it is always shown with them.';

type MeasureChooserProps = Pick<ReadingsProps, 'shown' | 'onShown' | 'within' | 'onWithin'>;

function MeasureChooser({ shown, onShown, within, onWithin }: MeasureChooserProps) {
  return (
    <Popover control="measures" label="Measures to show" trigger="Choose" triggerClass="button-quiet readings-choose">
      {() => (
        <div className="popover-body">
          <NumberField
            control="collapse-within"
            label={`Collapse is called within (% of length, usually ${formatNumber(100 * WITHIN)})`}
            value={100 * within}
            minimum={1}
            maximum={99}
            onCommit={(percent) => onWithin(percent === 100 * WITHIN ? null : percent)}
          />
          <p className="eyebrow">Measures to show</p>
          <div>
            {MEASURE_STYLES.map(({ key, label, normalisation }) => (
              <Checkbox
                key={key}
                control={`measure-${key}`}
                checked={shown.includes(key)}
                locked={key === 'effectiveRank' ? WHY_LOCKED : null}
                onChange={(on) => onShown(on ? [...shown, key] : shown.filter((other) => other !== key))}
              >
                {label} <span className="reading-normalisation">{normalisation}</span>
              </Checkbox>
            ))}
          </div>
          <p className="field-hint">{GLOSSARY.curveHeights} The numbers are true.</p>
        </div>
      )}
    </Popover>
  );
}
