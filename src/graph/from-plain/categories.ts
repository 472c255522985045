import { GraphError, grouped, quoted } from '../graph-error';

/** Values of a few kinds, as an index into the kinds' names. */
export interface Categories {
  names: string[];
  /** −1 where the value is missing. */
  index: Int32Array;
}

export interface CategoryRules {
  /** What a value is called in messages, e.g. "class". */
  what: string;
  /** Where value i stands, e.g. "node 3". */
  where(i: number): string;
  /** The names, when they were given: a string must be one of them, a number counts them from 0. */
  names?: string[];
  /** Without names: whole numbers are indices themselves (0…largest), not names. */
  counted: boolean;
  /** What a missing value is called; null leaves it at −1. */
  missing: string | null;
  /** The most kinds there may be. */
  most: number;
}

/**
 * Without names and not counted, the kinds are the values that occur: numbers ascending, or text in natural order
 * ("a2" before "a10"). Null, undefined and empty text are missing.
 */
export function categorise(values: ArrayLike<unknown>, rules: CategoryRules): Categories {
  const kinds = new Set<string | number>();
  let missing = false;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isMissing(value)) missing = true;
    else kinds.add(checkedKind(value, i, rules));
  }
  const numbers = [...kinds].filter((kind) => typeof kind === 'number');
  const allNumbers = numbers.length === kinds.size;
  if (rules.names) return byPosition(values, rules.names, rules);
  if (rules.counted && allNumbers) {
    const size = numbers.reduce((most, kind) => Math.max(most, kind + 1), 0);
    checkSize(size, rules);
    return byPosition(
      values,
      Array.from({ length: size }, (_, k) => String(k)),
      rules,
    );
  }
  const names = allNumbers
    ? numbers.sort((a, b) => a - b).map(String)
    : [...new Set([...kinds].map(String))].sort(naturalOrder);
  if (missing && rules.missing !== null && !names.includes(rules.missing)) names.push(rules.missing);
  checkSize(names.length, rules);
  return byName(values, names, rules.missing);
}

function byName(values: ArrayLike<unknown>, names: string[], missing: string | null): Categories {
  const position = new Map(names.map((name, k) => [name, k]));
  const absent = missing === null ? -1 : (position.get(missing) ?? -1);
  const index = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    index[i] = isMissing(values[i]) ? absent : (position.get(String(values[i])) ?? absent);
  }
  return { names, index };
}

function byPosition(values: ArrayLike<unknown>, names: string[], rules: CategoryRules): Categories {
  const position = new Map(names.map((name, k) => [name, k]));
  const index = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (isMissing(value)) {
      if (rules.missing !== null) {
        throw new GraphError(
          `${rules.where(i)} has no ${rules.what} while others have one; give every one a ${rules.what}`,
        );
      }
      index[i] = -1;
      continue;
    }
    const k = typeof value === 'number' ? value : position.get(String(value));
    if (k === undefined || !Number.isInteger(k) || k < 0 || k >= names.length) {
      throw new GraphError(
        `${rules.where(i)}: ${quoted(value)} is no ${rules.what}; ` +
          `use a whole number from 0${rules.names ? ` to ${names.length - 1}, or one of the names given` : ''}`,
      );
    }
    index[i] = k;
  }
  return { names, index };
}

function isMissing(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function checkedKind(value: unknown, i: number, rules: CategoryRules): string | number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  throw new GraphError(`${rules.where(i)}: ${rules.what} is ${quoted(value)}; it must be text or a finite number`);
}

function checkSize(size: number, { what, most }: CategoryRules): void {
  if (size > most) {
    throw new GraphError(
      `there would be ${grouped(size)} kinds of ${what} and at most ${grouped(most)} are taken; ` +
        `number them from 0 without gaps, or read this column as an ordinary attribute`,
    );
  }
}

const collator = new Intl.Collator('en', { numeric: true });

/** "Circle 2" before "Circle 10"; texts the collator holds equal are ordered by code unit. */
function naturalOrder(a: string, b: string): number {
  return collator.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
