import type { CSSProperties } from 'react';

/** Characters that a column has room for in any case. */
const SHORT = 14;

/**
 * Columns as wide as the longest label, whatever figures stand in it: those change from epoch to epoch, and how many rows there
 * are does not. Long ones have the width of the view to themselves.
 */
export function columnsFor(entries: readonly { label: string }[]): { style: CSSProperties; 'data-long': boolean } {
  const longest = Math.max(0, ...entries.map(({ label }) => label.replace(/[\d,.]+/g, '0000').length));
  return { style: { '--longest': longest } as CSSProperties, 'data-long': longest > SHORT };
}
