import { type KeyboardEvent, useDeferredValue, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { counted } from '../../charts/numbers';
import type { Command } from '../../store/command';
import { useStore } from '../../store/store';
import { takeTypedAhead } from '../../store/typed-ahead';
import { IconButton } from '../../ui/button';
import { Icon } from '../../ui/icons';
import { useModal } from '../../ui/use-modal';
import { type Entry, entriesFor } from './entries';
import './palette.css';
import { PaletteRow } from './palette-row';

export interface PaletteProps {
  commands: readonly Command[];
  /** The keys of a command, as shown. */
  capsOf: (command: Command) => readonly string[];
  /** Focuses on a node and brings it into view. */
  onNode: (node: number) => void;
  onClose: () => void;
}

/** How far PageUp and PageDown go. */
const PAGE = 8;

/** Everything that can be done, found by typing: ↑ ↓ to choose, Enter to do it, Escape to leave. */
export function Palette({ commands, capsOf, onNode, onClose }: PaletteProps) {
  const { dialog, close } = useModal(onClose);
  const rows = useRef<HTMLDivElement>(null);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  useLayoutEffect(() => {
    const typed = takeTypedAhead();
    if (typed !== '') setQuery(typed);
  }, []);
  const asked = useDeferredValue(query);
  const state = useStore();
  const find = (words: string) => entriesFor(words, { commands, capsOf, state, onNode });
  const entries = useMemo(() => find(asked), [asked, commands, capsOf, state, onNode]);
  const chosen = Math.min(active, entries.length - 1);

  const choose = (position: number) => {
    setActive(position);
    rows.current?.querySelectorAll('[role="option"]')[position]?.scrollIntoView({ block: 'nearest' });
  };
  const run = (entry: Entry | undefined) => {
    if (!entry || entry.unavailable !== null) return;
    // First closed, so that the focus is back where it was, and what is done may move it.
    close();
    void entry.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const target = positionFor(event.key, chosen, entries.length);
    if (target !== null) choose(target);
    // Whoever types fast means what is typed, not what the list has come to.
    else if (event.key === 'Enter') run(asked === query ? entries[chosen] : find(query)[0]);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) close();
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside it closes it, as Escape does
    <dialog
      {...dialog}
      className="palette"
      data-control="palette"
      aria-label="All commands"
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className="palette-field">
        <Icon name="search" />
        <input
          type="text"
          role="combobox"
          data-control="palette-query"
          placeholder="What would you like to do?"
          aria-label="Command, node or hop"
          aria-expanded="true"
          aria-controls={id}
          aria-autocomplete="list"
          aria-activedescendant={entries.length > 0 ? `${id}-${chosen}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            choose(0);
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton control="palette-close" icon="close" label="Close" tone="quiet" onClick={close} />
      </div>
      <div ref={rows} id={id} className="palette-list" role="listbox" aria-label="Commands">
        {entries.map((entry, position) => (
          <PaletteRow
            key={entry.id}
            entry={entry}
            id={`${id}-${position}`}
            heading={asked.trim() === '' && entries[position - 1]?.group !== entry.group}
            searching={asked.trim() !== ''}
            selected={position === chosen}
            onPoint={() => setActive(position)}
            onRun={() => run(entry)}
          />
        ))}
      </div>
      <p role="status" className={entries.length > 0 ? 'visually-hidden' : 'palette-nothing'}>
        {entries.length > 0
          ? counted(entries.length, 'entry', 'entries')
          : `Nothing here answers to “${asked.trim()}”. Try another word, such as “layer”, “colour” or a node’s name.`}
      </p>
    </dialog>
  );
}

/** Where a key takes the choice; null for keys that are not the list's. */
function positionFor(key: string, chosen: number, count: number): number | null {
  if (count === 0) return null;
  switch (key) {
    case 'ArrowDown':
      return (chosen + 1) % count;
    case 'ArrowUp':
      return (chosen + count - 1) % count;
    case 'PageDown':
      return Math.min(count - 1, chosen + PAGE);
    case 'PageUp':
      return Math.max(0, chosen - PAGE);
    default:
      return null;
  }
}
