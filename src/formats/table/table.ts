import Papa from 'papaparse';
import { grouped } from '../../graph/graph-error';
import { MAX_EDGES_COMPUTED } from '../../graph/limits';
import { FormatError } from '../format';
import { decodeText } from '../text';

/** A text of rows and cells: CSV, TSV and their kin. Comment lines (#) and empty lines are left out. */
export interface Table {
  name: string;
  delimiter: string;
  rows: string[][];
  /** The line of the file each row starts on, from 1. */
  lines: number[];
  /** Lines that are empty and have rows after them. */
  gaps: number[];
}

/** Lines beyond the edges themselves: header, comments, empty lines. */
const MOST_COMMENTS = 10_000;

/** Characters looked at to find the delimiter. */
const SAMPLE = 64 * 1024;

const DELIMITERS = ['\t', ';', ',', ' '];

export function readTable(bytes: Uint8Array, name: string): Table {
  checkLines(bytes, name);
  const text = decodeText(bytes, name);
  const delimiter = detectDelimiter(text);
  const { data, errors } = Papa.parse<string[]>(text, { delimiter });
  const table: Table = { name, delimiter, rows: [], lines: [], gaps: [] };
  const empty: number[] = [];
  const bad = new Map(errors.filter((error) => error.type === 'Quotes').map((error) => [error.row, error.message]));
  let line = 1;
  for (const [i, cells] of data.entries()) {
    const problem = bad.get(i);
    if (problem)
      throw new FormatError(
        `${name} line ${line}: a quotation mark is not closed or stands alone; double it inside quotes`,
      );
    const start = line;
    line += cells.reduce((breaks, cell) => breaks + newlines(cell), 1);
    const row = cells.map((cell) => cell.trim());
    const filled = delimiter === ' ' ? row.filter((cell) => cell !== '') : row;
    if (filled.every((cell) => cell === '')) empty.push(start);
    else if (!filled[0]?.startsWith('#')) {
      table.gaps.push(...empty.splice(0));
      table.rows.push(filled);
      table.lines.push(start);
    }
  }
  if (table.rows.length === 0)
    throw new FormatError(`${name} has no rows; an edge list has one edge a line, such as "a,b"`);
  return table;
}

/** The first of tab, semicolon, comma and space that cuts the first lines into as many cells each, at least two. */
function detectDelimiter(text: string): string {
  const lines = text
    .slice(0, SAMPLE)
    // Quoted cells and NetworkX's dictionaries, which hold delimiters and line ends of their own.
    .replace(/(^|[\t;, \n\r])"(?:[^"]|"")*"/g, '$1q')
    .replace(/\{[^{}\n]*\}/g, '')
    .split(/\r?\n|\r/, 200)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .slice(0, 20);
  const counts = (delimiter: string) => lines.map((line) => line.split(delimiter === ' ' ? / +/ : delimiter).length);
  const regular = DELIMITERS.find((delimiter) => {
    const [first = 1, ...rest] = counts(delimiter);
    return first > 1 && rest.every((count) => count === first);
  });
  const some = DELIMITERS.find((delimiter) => delimiter !== ' ' && counts(delimiter).some((count) => count > 1));
  return regular ?? some ?? ',';
}

function newlines(cell: string): number {
  return cell.includes('\n') ? cell.split('\n').length - 1 : 0;
}

/** Before any row is allocated. */
function checkLines(bytes: Uint8Array, name: string): void {
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) lines++;
  if (lines <= MAX_EDGES_COMPUTED + MOST_COMMENTS) return;
  throw new FormatError(
    `${name} has ${grouped(lines)} lines and at most ${grouped(MAX_EDGES_COMPUTED)} edges are taken; load a part of it`,
  );
}
