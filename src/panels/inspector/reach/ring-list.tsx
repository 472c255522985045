import { useState } from 'react';
import { counted } from '../../../charts/numbers';
import { Button } from '../../../ui/button';

interface RingListProps {
  /** (N) hops from which each node is heard, −1 never. */
  hopsFromFocus: Int32Array;
  /** The hop on screen: rings beyond it are not heard yet. */
  hop: number;
  nameOf: (node: number) => string;
  onFocus: (node: number) => void;
}

const FIRST = 20;
const MORE = 100;

/** Nodes by the hop they are first heard from; a ring opens to name them. */
export function RingList({ hopsFromFocus, hop, nameOf, onFocus }: RingListProps) {
  const [open, setOpen] = useState<number | null>(null);
  const rings = ringsOf(hopsFromFocus);
  const most = rings.reduce((size, { nodes }) => Math.max(size, nodes.length), 0);
  return (
    <ul className="rings">
      {rings.map(({ away, nodes }) => (
        <li key={away} data-heard={away >= 0 && away <= hop}>
          <button
            type="button"
            className="ring"
            data-control="ring"
            aria-expanded={open === away}
            onClick={() => setOpen(open === away ? null : away)}
          >
            <span>{labelOf(away)}</span>
            <span className="ring-bar" aria-hidden="true">
              <span style={{ width: `${(100 * nodes.length) / most}%` }} />
            </span>
            <span>{counted(nodes.length, 'node')}</span>
          </button>
          {open === away && <RingNodes key={away} {...{ nodes, nameOf, onFocus }} />}
        </li>
      ))}
    </ul>
  );
}

function RingNodes({ nodes, nameOf, onFocus }: Pick<RingListProps, 'nameOf' | 'onFocus'> & { nodes: number[] }) {
  const [shown, setShown] = useState(FIRST);
  const rest = nodes.length - shown;
  return (
    <p className="ring-nodes">
      {nodes.slice(0, shown).map((node) => (
        <button
          key={node}
          type="button"
          className="message-sender"
          data-control="ring-node"
          onClick={() => onFocus(node)}
        >
          {nameOf(node)}
        </button>
      ))}
      {rest > 0 && (
        <Button control="more-ring-nodes" tone="quiet" className="message-more" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(MORE, rest)} more of {nodes.length.toLocaleString('en')}
        </Button>
      )}
    </p>
  );
}

interface Ring {
  /** −1 for those never heard, who come last. */
  away: number;
  nodes: number[];
}

function ringsOf(hopsFromFocus: Int32Array): Ring[] {
  const byHop = new Map<number, number[]>();
  hopsFromFocus.forEach((away, node) => {
    const nodes = byHop.get(away);
    if (nodes) nodes.push(node);
    else byHop.set(away, [node]);
  });
  const last = (away: number) => (away < 0 ? Number.POSITIVE_INFINITY : away);
  return Array.from(byHop, ([away, nodes]) => ({ away, nodes })).sort((a, b) => last(a.away) - last(b.away));
}

function labelOf(away: number): string {
  if (away < 0) return 'never';
  return away === 0 ? 'itself' : `hop ${away}`;
}
