import type { CSSProperties } from 'react';
import { HeatStrip } from '../../charts/heat-strip';
import { counted, formatFactor } from '../../charts/numbers';
import { IconButton } from '../../ui/button';
import { rowHeight, useScrolled, windowOf } from '../../ui/use-window';
import type { Message } from './messages';

export interface MessageListProps {
  /** Those that add most first. */
  others: Message[];
  own: Message[];
  limit: number;
  /** Id → the name on screen. */
  nameOf: (id: string) => string;
  onFocus: (id: string) => void;
  removable?: (from: string) => boolean;
  onRemove?: (from: string) => void;
}

/** Rows of a long list that are in sight; one that is a little longer is not worth a scroll bar. */
export const ROWS = 12;
const LONG = 16;

/** One row a message: who sends it, its coefficient, the vector sent. Of a long list only what is in sight is there. */
export function MessageList({ others, own, limit, nameOf, onFocus, removable, onRemove }: MessageListProps) {
  const { top, onScroll } = useScrolled();
  const height = rowHeight();
  const long = others.length > LONG;
  const { first, end } = long ? windowOf(others.length, top, ROWS * height, height) : { first: 0, end: others.length };
  return (
    <>
      {long && <p className="inspector-hint">{counted(others.length, 'message')}, those that add most first.</p>}
      <ul
        className="message-list"
        data-control="messages"
        data-long={long}
        style={long ? ({ '--rows': `${ROWS * height}px` } as CSSProperties) : undefined}
        onScroll={long ? onScroll : undefined}
      >
        {first > 0 && <li className="message-space" aria-hidden="true" style={{ height: first * height }} />}
        {others.slice(first, end).map((message, i) => (
          <li
            key={`${message.from} ${first + i}`}
            className="vector-row"
            aria-setsize={others.length}
            aria-posinset={first + i + 1}
          >
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
        {end < others.length && (
          <li className="message-space" aria-hidden="true" style={{ height: (others.length - end) * height }} />
        )}
      </ul>
      {own.length > 0 && (
        <ul className="message-list">
          {own.map((message, i) => (
            <li key={`self ${i}`} className="vector-row">
              <span className="message-self">self</span>
              <MessageVector message={message} name="itself" limit={limit} />
            </li>
          ))}
        </ul>
      )}
      {others.length + own.length === 0 && <p className="inspector-hint">No messages arrive.</p>}
    </>
  );
}

/** "0.20", or one for each head. */
export function coefficientWords({ coefficient }: Message): string {
  return (Array.isArray(coefficient) ? coefficient : [coefficient]).map(formatFactor).join(' ');
}

function MessageVector({ message, name, limit }: { message: Message; name: string } & Pick<MessageListProps, 'limit'>) {
  return (
    <>
      <span className="message-coefficient">× {coefficientWords(message)}</span>
      <HeatStrip control="message-vector" label={`Message from ${name}`} values={message.value} limit={limit} />
    </>
  );
}
