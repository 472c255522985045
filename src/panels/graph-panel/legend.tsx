import type { Legend as LegendData } from '../../encoding/legend';
import { columnsFor } from './legend-columns';
import './legend.css';

/** Entries at most: more cover the graph. */
const MOST = 12;

/** What each colour stands for, and the ring. A colour used again for another class wears a dot. */
export function Legend({ title, entries }: LegendData) {
  const shown = entries.slice(0, MOST);
  const rest = entries.length - shown.length;
  return (
    <ul className="legend" aria-label={title} {...columnsFor(shown)}>
      {shown.map(({ label, colour, pattern, ringed }) => (
        <li key={label}>
          <span className="legend-swatch" data-pattern={pattern} data-ringed={ringed} style={{ background: colour }} />
          <span className="legend-label">{label}</span>
        </li>
      ))}
      {rest > 0 && <li>and {rest} more</li>}
    </ul>
  );
}
