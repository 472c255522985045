import { GraphError, quoted } from '../graph-error';
import { MAX_SEED } from '../random';

/** Throws unless `value` is a whole number from `minimum` to `maximum`. */
export function checkWhole(name: string, value: number, minimum: number, maximum: number): void {
  if (Number.isInteger(value) && value >= minimum && value <= maximum) return;
  throw new GraphError(`${name} is ${quoted(value)}; choose a whole number from ${minimum} to ${maximum}`);
}

/** Throws unless `value` is a number from `minimum` to `maximum`. */
export function checkNumber(name: string, value: number, minimum: number, maximum: number): void {
  if (typeof value === 'number' && value >= minimum && value <= maximum) return;
  throw new GraphError(`${name} is ${quoted(value)}; choose a number from ${minimum} to ${maximum}`);
}

export function checkSeed(seed: number): void {
  checkWhole('seed', seed, 0, MAX_SEED);
}
