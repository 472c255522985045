import { useState } from 'react';
import { formatFineShare } from '../../../charts/numbers';
import { Button } from '../../../ui/button';

interface InfluenceListProps {
  /** Nodes, those with most influence first. */
  ranked: number[];
  /** (N) */
  values: Float32Array;
  total: number;
  nameOf: (node: number) => string;
  /** "itself", "3 hops away", "no edge yet". */
  whereIs: (node: number) => string;
  onFocus: (node: number) => void;
}

const FIRST = 8;
const MORE = 50;

/** Who counts, one row a node; a long list opens step by step. */
export function InfluenceList({ ranked, values, total, nameOf, whereIs, onFocus }: InfluenceListProps) {
  const [shown, setShown] = useState(FIRST);
  const rest = ranked.length - shown;
  const most = values[ranked[0]];
  return (
    <>
      <ol className="influence-list">
        {ranked.slice(0, shown).map((node) => (
          <li key={node}>
            <button
              type="button"
              className="message-sender"
              data-control="influence-node"
              title={`Focus on ${nameOf(node)}`}
              onClick={() => onFocus(node)}
            >
              {nameOf(node)}
            </button>
            <span className="influence-where">{whereIs(node)}</span>
            <span className="influence-bar" aria-hidden="true">
              <span style={{ width: `${(100 * values[node]) / most}%` }} />
            </span>
            <span className="influence-share">{formatFineShare(values[node] / total)}</span>
          </li>
        ))}
      </ol>
      {rest > 0 && (
        <Button control="more-influence" tone="quiet" className="message-more" onClick={() => setShown(shown + MORE)}>
          Show {Math.min(MORE, rest)} more of {ranked.length.toLocaleString('en')}
        </Button>
      )}
    </>
  );
}
