import { useState } from 'react';
import { HeatStrip } from '../../charts/heat-strip';
import { formatFactor } from '../../charts/numbers';
import { Button, IconButton } from '../../ui/button';
import type { Message } from './messages';

interface MessageListProps {
  others: Message[];
  own: Message[];
  limit: number;
  /** Id → the name on screen. */
  nameOf: (id: string) => string;
  onFocus: (id: string) => void;
  removable?: (from: string) => boolean;
  onRemove?: (from: string) => void;
}

const FIRST = 12;
const MORE = 50;

/** One row a message: who sends it, its coefficient, the vector sent. Long lists open step by step. */
export function MessageList({ others, own, limit, nameOf, onFocus, removable, onRemove }: MessageListProps) {
  const [shown, setShown] = useState(FIRST);
  const rest = others.length - shown;
  return (
    <>
      <ul className="message-list">
        {others.slice(0, shown).map((message, i) => (
          <li key={`${message.from} ${i}`} className="vector-row">
            <button
              type="button"
              className="message-sender"
              data-control="message-sender"
              title={`Focus on ${nameOf(message.from)}`}
              onClick={() => onFocus(message.from)}
            >
              {nameOf(message.from)}
            </button>
            <MessageVector message={message} name={nameOf(message.from)} limit={limit} />
            {onRemove && removable?.(message.from) && (
              <IconButton
                control="message-remove"
                icon="close"
                tone="quiet"
                className="message-remove"
                label={`What if the edge from ${nameOf(message.from)} were not there?`}
                onClick={() => onRemove(message.from)}
              />
            )}
          </li>
        ))}
        {rest > 0 && (
          <li>
            <Button
              control="more-messages"
              tone="quiet"
              className="message-more"
              onClick={() => setShown(shown + MORE)}
            >
              Show {Math.min(MORE, rest)} more of {others.length}
            </Button>
          </li>
        )}
        {own.map((message, i) => (
          <li key={`self ${i}`} className="vector-row">
            <span className="message-self">self</span>
            <MessageVector message={message} name="itself" limit={limit} />
          </li>
        ))}
      </ul>
      {others.length + own.length === 0 && <p className="inspector-hint">No messages arrive.</p>}
    </>
  );
}

function MessageVector({ message, name, limit }: { message: Message; name: string } & Pick<MessageListProps, 'limit'>) {
  const factors = Array.isArray(message.coefficient) ? message.coefficient : [message.coefficient];
  return (
    <>
      <span className="message-coefficient">× {factors.map(formatFactor).join(' ')}</span>
      <HeatStrip control="message-vector" label={`Message from ${name}`} values={message.value} limit={limit} />
    </>
  );
}
