/**
 * One figure of the benchmark.
 * @typedef {object} Row
 * @property {string} name
 * @property {number | null} value null when it could not be measured; `note` says why
 * @property {string} unit
 * @property {string} [target] in words, e.g. "≤ 4"
 * @property {boolean} [ok] whether the target is met; absent without a target
 * @property {string} [note]
 */

/**
 * @param {string} name
 * @param {number | null} value
 * @param {string} unit
 * @param {{ atMost?: number, atLeast?: number, note?: string }} [target]
 * @returns {Row}
 */
export function row(name, value, unit, { atMost, atLeast, note } = {}) {
  /** @type {Row} */
  const made = { name, value: value === null ? null : Number(value.toPrecision(4)), unit };
  if (note) made.note = note;
  if (atMost !== undefined) {
    made.target = `≤ ${atMost}`;
    made.ok = value !== null && value <= atMost;
  }
  if (atLeast !== undefined) {
    made.target = `≥ ${atLeast}`;
    made.ok = value !== null && value >= atLeast;
  }
  return made;
}

const HEADINGS = ['what', 'measured', 'target', 'met', 'of what'];

/** @type {(value: Row['value'], ok: Row['ok']) => string} */
function verdict(value, ok) {
  if (ok === undefined) return '–';
  return value === null ? 'not measured' : ok ? 'yes' : 'no';
}

/**
 * @param {Row[]} rows
 * @param {'padded' | 'plain'} [columns] padded for reading in a terminal
 * @returns {string} a table in Markdown.
 */
export function table(rows, columns = 'padded') {
  const cells = rows.map(({ name, value, unit, target, ok, note }) => [
    name,
    value === null ? '–' : `${value.toLocaleString('en-US', { maximumFractionDigits: 2 })} ${unit}`,
    target ? `${target} ${unit}` : '–',
    verdict(value, ok),
    note ?? '',
  ]);
  const lines = [HEADINGS, ...cells];
  const widthOf = (/** @type {number} */ column) => Math.max(...lines.map((line) => line[column]?.length ?? 0));
  const widths = HEADINGS.map((_, column) => (columns === 'padded' ? widthOf(column) : 1));
  const print = (/** @type {string[]} */ line) =>
    `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [print(HEADINGS), rule, ...cells.map(print)].join('\n');
}
