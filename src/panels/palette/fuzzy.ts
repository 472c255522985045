/** How well a text answers a query. */
export interface Match {
  /** The larger, the better. */
  score: number;
  /** Positions of the text's letters that the query names, for marking. */
  at: number[];
}

/** By how a word of the query is found; closer to the beginning is a little better. */
const WORD_START = 100;
const INSIDE = 60;
const SCATTERED = 30;

/**
 * Every word of the query must be found: at the beginning of a word, else inside one, else letter by letter in order. What is
 * found only among the further words counts less and marks nothing.
 * @returns null when a word is not found.
 */
export function match(query: string, text: string, further = ''): Match | null {
  const found = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const here = find(word, text.toLowerCase());
      if (here) return here;
      const elsewhere = further.toLowerCase().indexOf(word);
      return elsewhere < 0 ? null : { score: SCATTERED / 2, at: [] };
    });
  if (found.some((each) => each === null)) return null;
  const matches = found.filter((each) => each !== null);
  return {
    score: matches.reduce((sum, { score }) => sum + score, 0) - text.length / 1000,
    at: matches.flatMap(({ at }) => at),
  };
}

function find(word: string, text: string): Match | null {
  const start = wordStart(word, text);
  const first = start >= 0 ? start : text.indexOf(word);
  if (first >= 0) {
    const whole = start >= 0 && !/[\p{L}\p{N}]/u.test(text[first + word.length] ?? ' ');
    const base = start >= 0 ? WORD_START + (whole ? 10 : 0) : INSIDE;
    return { score: base - first / 10, at: Array.from(word, (_, i) => first + i) };
  }
  return scattered(word, text);
}

/** Where the word begins a word of the text, or −1. */
function wordStart(word: string, text: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (beginsWord(text, at)) return at;
  return -1;
}

/** The letters in order, from where the first of them begins a word; the next is near, or begins a word itself. */
function scattered(word: string, text: string): Match | null {
  const at = [wordStart(word[0], text)];
  if (at[0] < 0) return null;
  let gaps = 0;
  for (const letter of word.slice(1)) {
    const last = at[at.length - 1];
    const next = text.indexOf(letter, last + 1);
    if (next < 0) return null;
    gaps += beginsWord(text, next) ? 1 : next - last - 1;
    at.push(next);
  }
  return gaps > 2 * word.length ? null : { score: SCATTERED - gaps, at };
}

function beginsWord(text: string, at: number): boolean {
  return at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1]);
}
