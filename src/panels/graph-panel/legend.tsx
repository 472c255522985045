import type { Legend as LegendData } from '../../encoding/legend';
import { LegendList } from './legend-list';

/** What each colour stands for, and the ring. A colour used again for another class wears a dot. */
export function Legend({ title, entries }: LegendData) {
  return (
    <LegendList
      label={title}
      entries={entries}
      mark={({ colour, pattern, ringed }) => (
        <span className="legend-swatch" data-pattern={pattern} data-ringed={ringed} style={{ background: colour }} />
      )}
    />
  );
}
