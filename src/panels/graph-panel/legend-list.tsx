import type { ReactNode } from 'react';
import type { LegendEntry } from '../../encoding/legend-entry';
import { columnsFor } from './legend-columns';
import './legend.css';

/** Entries at most: more cover the graph. */
const MOST = 12;

interface LegendListProps<Entry> {
  label: string;
  control?: string;
  /** A first item that says what the others are. */
  heading?: string;
  entries: readonly Entry[];
  /** What stands before the words of an entry. */
  mark: (entry: Entry) => ReactNode;
}

/** What each mark stands for, in columns. */
export function LegendList<Entry extends Pick<LegendEntry, 'label'>>({
  label,
  control,
  heading,
  entries,
  mark,
}: LegendListProps<Entry>) {
  const shown = entries.slice(0, MOST);
  const rest = entries.length - shown.length;
  return (
    <ul className="legend" aria-label={label} data-control={control} {...columnsFor(shown)}>
      {heading && <li className="legend-title">{heading}</li>}
      {shown.map((entry) => (
        <li key={entry.label}>
          {mark(entry)}
          <span className="legend-label">{entry.label}</span>
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}
