import { KeyCaps } from '../../ui/key-caps';
import { capital } from '../names';
import type { Entry } from './entries';

interface PaletteRowProps {
  entry: Entry;
  id: string;
  /** Whether the name of its group stands above it. */
  heading: boolean;
  /** While there is a query the rows are no longer in groups, and each says its own. */
  searching: boolean;
  selected: boolean;
  onPoint: () => void;
  onRun: () => void;
}

/** One command, node or hop: its letters found in bold, its keys, and why it cannot be done where it cannot. */
export function PaletteRow({ entry, id, heading, searching, selected, onPoint, onRun }: PaletteRowProps) {
  const { title, marked, group, caps, unavailable } = entry;
  return (
    <>
      {heading && (
        <p className="palette-heading eyebrow" role="presentation">
          {group}
        </p>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the text field takes the keys, as a combobox does */}
      <div
        id={id}
        className="palette-row"
        role="option"
        tabIndex={-1}
        aria-selected={selected}
        aria-disabled={unavailable !== null}
        data-control="palette-entry"
        data-command={entry.id}
        onPointerMove={onPoint}
        // The text field keeps the focus.
        onPointerDown={(event) => event.preventDefault()}
        onClick={onRun}
      >
        <span className="palette-title">
          {pieces(title, marked).map(({ text, hit, from }) => (hit ? <mark key={from}>{text}</mark> : text))}
          {unavailable !== null && <span className="palette-reason">{capital(unavailable)}</span>}
        </span>
        {searching && <span className="palette-group">{group}</span>}
        {caps.length > 0 && <KeyCaps caps={caps} />}
      </div>
    </>
  );
}

/** The title in runs of letters that were found and letters that were not. */
export function pieces(title: string, marked: readonly number[]): { text: string; hit: boolean; from: number }[] {
  const hits = new Set(marked);
  const runs: { text: string; hit: boolean; from: number }[] = [];
  for (let i = 0; i < title.length; i++) {
    const last = runs.at(-1);
    if (last && last.hit === hits.has(i)) last.text += title[i];
    else runs.push({ text: title[i], hit: hits.has(i), from: i });
  }
  return runs;
}
