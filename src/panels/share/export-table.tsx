import type { State } from '../../store/state';
import { useStore } from '../../store/store';
import { Button } from '../../ui/button';
import { shownHop } from '../shown-hop';

export interface ExportTableProps {
  /** Saves a file of this kind; resolves with what to say of it. */
  onSave: (kind: string) => Promise<string>;
  /** Copies data as a spreadsheet takes it; resolves with what to say of it. */
  onCopy: (data: string) => Promise<string>;
  onDone: (words: string) => void;
}

interface Row {
  /** The picture, for the views. */
  view: string | null;
  data: string;
  title: string;
  /** What the numbers are. */
  numbers: string;
  unavailable?(state: State): string | null;
}

const ROWS: readonly Row[] = [
  { view: 'graph', data: 'nodes', title: 'Graph', numbers: 'nodes: class, degree, place, colour' },
  { view: 'embedding', data: 'embedding', title: 'Embedding', numbers: 'H at this hop, a row a node' },
  { view: 'timeline', data: 'measures', title: 'Timeline', numbers: 'all measures, a row a hop' },
  { view: 'inspector', data: 'explanation', title: 'Node', numbers: 'its arithmetic', unavailable: whyNoArithmetic },
  {
    ...{ view: null, data: 'influence', title: 'Influence', numbers: 'of every node on this one, and its hops away' },
    unavailable: ({ focus }) => (focus === null ? 'No node is in focus.' : null),
  },
  {
    view: null,
    data: 'logits',
    title: 'Class scores',
    numbers: 'logits, a row a node',
    unavailable: ({ graph }) => (graph?.labels ? null : 'This graph has no classes.'),
  },
  {
    ...{ view: 'training', data: 'epochs', title: 'Training', numbers: 'loss and accuracy, a row an epoch' },
    unavailable: ({ training: { live, outcome } }) => (live || outcome ? null : 'Nothing has been trained yet.'),
  },
];

/** One row a view: its picture, its numbers, and its numbers for a spreadsheet. */
export function ExportTable({ onSave, onCopy, onDone }: ExportTableProps) {
  return (
    <ul className="export-table">
      {ROWS.map((row) => (
        <ExportRow key={row.data} row={row} onSave={onSave} onCopy={onCopy} onDone={onDone} />
      ))}
    </ul>
  );
}

function ExportRow({ row, onSave, onCopy, onDone }: ExportTableProps & { row: Row }) {
  const { view, data, title, numbers } = row;
  const reason = useStore((state) => row.unavailable?.(state) ?? null);
  const save = (name: string, format: string) => (
    <Button
      key={format}
      control={`export-${name}-${format}`}
      aria-label={`${title} as ${format.toUpperCase()}`}
      disabled={reason !== null}
      onClick={() => void onSave(`${name}.${format}`).then(onDone)}
    >
      {format.toUpperCase()}
    </Button>
  );
  return (
    <li>
      <p>
        <strong>{title}</strong> <span className="field-hint">{reason ?? numbers}</span>
      </p>
      <div className="export-buttons">
        {view && ['png', 'svg'].map((format) => save(view, format))}
        {['csv', 'npy', 'json'].map((format) => save(data, format))}
        <Button
          control={`copy-${data}`}
          aria-label={`Copy the numbers of ${title.toLowerCase()}`}
          disabled={reason !== null}
          onClick={() => void onCopy(data).then(onDone)}
        >
          Copy
        </Button>
      </div>
    </li>
  );
}

function whyNoArithmetic(state: State): string | null {
  if (state.focus === null) return 'No node is in focus.';
  return shownHop(state) === 0 ? 'At hop 0 nothing has been computed yet.' : null;
}
