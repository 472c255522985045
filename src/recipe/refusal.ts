/** Sentences that refuse a value: which field, what it was, what is legal, and the nearest legal one. */

export function refuseChoice(field: string, value: unknown, legal: readonly string[]): Error {
  const nearest = typeof value === 'string' ? nearestName(value, legal) : undefined;
  const hint = nearest === undefined ? '' : ` The nearest is ${quote(nearest)}.`;
  return new Error(`Recipe: ${field} is ${show(value)}, but it can be ${list(legal.map(quote), 'or')}.${hint}`);
}

export function refuseNumber(field: string, value: unknown, range: NumberRange): Error {
  const kind = range.whole ? 'a whole number' : 'a number';
  const nearest =
    typeof value === 'number' && !Number.isNaN(value) ? ` The nearest is ${nearestIn(value, range)}.` : '';
  return new Error(
    `Recipe: ${field} is ${show(value)}, but it has to be ${kind} from ${range.minimum} to ${range.maximum}.${nearest}`,
  );
}

export function refuseTruthValue(field: string, value: unknown): Error {
  return new Error(`Recipe: ${field} is ${show(value)}, but it can be true or false.`);
}

export function refuseUnknown(where: string, name: string, known: readonly string[]): Error {
  const nearest = nearestName(name, known);
  const hint = nearest === undefined ? '' : ` Did you mean ${quote(nearest)}?`;
  const legal = known.length === 0 ? 'it takes none' : `it takes ${list(known.map(quote), 'and')}`;
  return new Error(`Recipe: ${where} has no ${quote(name)}; ${legal}.${hint}`);
}

export interface NumberRange {
  minimum: number;
  maximum: number;
  whole: boolean;
}

function nearestIn(value: number, { minimum, maximum, whole }: NumberRange): number {
  const inside = Math.min(maximum, Math.max(minimum, value));
  return whole ? Math.round(inside) : inside;
}

/** The legal name fewest edits away, unless every one is a different word altogether. */
function nearestName(value: string, legal: readonly string[]): string | undefined {
  const ranked = legal
    .map((name) => ({ name, distance: editDistance(value.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, best.name.length / 2) ? best.name : undefined;
}

/** Levenshtein's distance: insertions, deletions and replacements between two words. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function show(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return quote(value.length > 40 ? `${value.slice(0, 40)}…` : value);
  if (typeof value === 'number' || typeof value === 'boolean' || value === null) return String(value);
  return Array.isArray(value) ? 'a list' : `of type ${typeof value}`;
}

function quote(text: string): string {
  return `"${text}"`;
}

export function list(items: string[], joint: 'or' | 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${joint} ${items.at(-1)}`;
}
