import { formatCount, formatNumber } from '../../charts/numbers';
import { type Categories, fieldOf, fieldTitle, type Numbers } from '../../graph/field';
import type { Condition } from '../../graph/filter';
import type { Graph } from '../../graph/graph';
import { Checkbox } from '../../ui/checkbox';
import { useDraft } from '../../ui/use-draft';

interface ConditionProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
}

/** What passes: some of the categories, or a range of the numbers. */
export function ConditionFields({ graph, ...props }: ConditionProps & { graph: Graph }) {
  const field = fieldOf(graph, props.condition.field);
  if (!field) return null;
  return field.kind === 'categories' ? <Values field={field} {...props} /> : <Range field={field} {...props} />;
}

/** More boxes than this nobody looks through. */
const MOST_VALUES = 50;

function Values({ field, condition, onChange }: ConditionProps & { field: Categories }) {
  const chosen = new Set(condition.is ?? field.names);
  const toggle = (name: string, on: boolean) => {
    const is = field.names.filter((each) => (each === name ? on : chosen.has(each)));
    onChange({ ...condition, is });
  };
  return (
    <div className="filter-values">
      {field.names.slice(0, MOST_VALUES).map((name) => (
        <Checkbox key={name} control="filter-value" checked={chosen.has(name)} onChange={(on) => toggle(name, on)}>
          {name}
        </Checkbox>
      ))}
      {field.names.length > MOST_VALUES && (
        <p className="field-hint">
          the {MOST_VALUES} most frequent of {formatCount(field.names.length)}
        </p>
      )}
    </div>
  );
}

function Range({ field, condition, onChange }: ConditionProps & { field: Numbers }) {
  const { least, most } = field;
  const end = (side: 'from' | 'to', label: string) => (
    <RangeEnd
      control={`filter-${side}`}
      label={`${fieldTitle(condition.field)}, ${label}`}
      value={condition[side]}
      placeholder={formatNumber(side === 'from' ? least : most)}
      onCommit={(value) => onChange({ ...condition, [side]: value })}
    />
  );
  return (
    <div className="filter-range">
      {end('from', 'the least')} to {end('to', 'the most')}
    </div>
  );
}

interface RangeEndProps {
  control: string;
  label: string;
  value: number | undefined;
  placeholder: string;
  onCommit: (value: number | undefined) => void;
}

/** Any number; nothing leaves this end open, and so does what is no number. */
function RangeEnd({ control, label, value, placeholder, onCommit }: RangeEndProps) {
  const { draft, setDraft, input } = useDraft(value === undefined ? '' : String(value), (text, show) => {
    const read = text.trim() === '' || !Number.isFinite(Number(text)) ? undefined : Number(text);
    show(read === undefined ? '' : String(read));
    if (read !== value) onCommit(read);
  });
  return (
    <input
      ref={input}
      data-control={control}
      className="input"
      type="number"
      step="any"
      aria-label={label}
      placeholder={placeholder}
      value={draft}
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
