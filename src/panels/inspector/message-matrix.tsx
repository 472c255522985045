import { formatNumber } from '../../charts/numbers';
import { useTheme } from '../../charts/use-theme';
import { divergingCss } from '../../encoding/diverging';
import { useScrolled, windowOf } from '../../ui/use-window';
import './message-matrix.css';
import { coefficientWords, type MessageListProps, ROWS } from './message-list';
import type { Message } from './messages';

interface MessageMatrixProps extends MessageListProps {
  aggregate: readonly number[];
}

/** Pixels. */
const ROW = 24;
const COLUMN = 60;
/** Wider than any panel it stands in. */
const WIDEST = 900;

/** The same messages as numbers: a row a sender, a column for each number of the vectors, and below what they come to. */
export function MessageMatrix({ others, own, aggregate, limit, nameOf, onFocus }: MessageMatrixProps) {
  const { left, top, onScroll } = useScrolled();
  const theme = useTheme();
  const columns = Math.max(aggregate.length, ...others.slice(0, 1).map(({ value }) => value.length));
  const across = windowOf(columns, left, WIDEST, COLUMN);
  const messages = [...others, ...own];
  const down = windowOf(messages.length, top, ROWS * ROW, ROW);
  const shown = Array.from({ length: across.end - across.first }, (_, i) => across.first + i);
  const before = across.first * COLUMN;
  const after = (columns - across.end) * COLUMN;

  const cells = (values: readonly number[]) => (
    <>
      <td className="matrix-space" style={{ minWidth: before }} />
      {shown.map((column) => (
        <td
          key={column}
          className="matrix-number"
          style={{ boxShadow: `inset 0 -4px ${divergingCss(shareOf(values[column], limit), theme)}` }}
        >
          {formatNumber(values[column])}
        </td>
      ))}
      <td className="matrix-space" style={{ minWidth: after }} />
    </>
  );
  const space = (rows: number) =>
    rows > 0 && (
      <tr>
        <td style={{ height: rows * ROW, padding: 0 }} />
      </tr>
    );
  const sender = (message: Message, row: number) =>
    row < others.length ? (
      <button type="button" className="message-sender" onClick={() => onFocus(message.from)}>
        {nameOf(message.from)}
      </button>
    ) : (
      'self'
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls what has focus
    <section className="matrix" aria-label="Messages as numbers" data-control="matrix" tabIndex={0} onScroll={onScroll}>
      <table aria-rowcount={messages.length + 2} aria-colcount={columns + 2}>
        <thead>
          <tr>
            <th scope="col" className="matrix-name">
              from
            </th>
            <th scope="col">×</th>
            <td className="matrix-space" style={{ minWidth: before }} />
            {shown.map((column) => (
              <th key={column} scope="col" className="matrix-number">
                {column + 1}
              </th>
            ))}
            <td className="matrix-space" style={{ minWidth: after }} />
          </tr>
        </thead>
        <tbody>
          {space(down.first)}
          {messages.slice(down.first, down.end).map((message, i) => (
            <tr key={`${message.from} ${down.first + i}`} aria-rowindex={down.first + i + 2}>
              <th scope="row" className="matrix-name">
                {sender(message, down.first + i)}
              </th>
              <td className="message-coefficient">{coefficientWords(message)}</td>
              {cells(message.value)}
            </tr>
          ))}
          {space(messages.length - down.end)}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className="matrix-name">
              sum
            </th>
            <td />
            {cells(aggregate)}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function shareOf(value: number | undefined, limit: number): number {
  return value === undefined || limit === 0 ? 0 : value / limit;
}
