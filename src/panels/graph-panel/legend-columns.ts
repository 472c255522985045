import type { CSSProperties } from 'react';

/** Characters that a column has room for in any case. */
const SHORT = 14;

const FIGURES = /[\d,.]+/g;

/**
 * Columns as wide as the longest label would be if all figures were as long as the longest of them: they change from epoch to
 * epoch, and how many rows there are does not. Long labels have the width of the view to themselves.
 */
export function columnsFor(entries: readonly { label: string }[]): { style: CSSProperties; 'data-long': boolean } {
  const labels = entries.map(({ label }) => label);
  const figure = '0'.repeat(longestOf(labels.flatMap((label) => label.match(FIGURES) ?? [])));
  const longest = longestOf(labels.map((label) => label.replace(FIGURES, figure)));
  return { style: { '--longest': longest } as CSSProperties, 'data-long': longest > SHORT };
}

function longestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(({ length }) => length));
}
