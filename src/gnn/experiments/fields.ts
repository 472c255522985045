import { type NumberRange, refuseNumber, refuseUnknown } from '../../recipe/refusal';

/** Reading a specification field by field: each says where it was when what it finds is not right. */

export type Fields = Record<string, unknown>;

/** A network without a hop has nothing to compare. */
export const DEPTH: NumberRange = { minimum: 1, maximum: 128, whole: true };

export function objectOf(where: string, value: unknown): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  throw refusal(`${where} is ${shown(value)}, but it has to be an object`);
}

/** An object that has no other fields than the known ones. */
export function fieldsOf<Name extends string>(
  where: string,
  value: unknown,
  known: readonly Name[],
): Partial<Record<Name, unknown>> {
  const fields = objectOf(where, value);
  const unknown = Object.keys(fields).find((name) => !known.some((each) => each === name));
  if (unknown !== undefined) throw placed('', refuseUnknown(where, unknown, known));
  return fields as Partial<Record<Name, unknown>>;
}

export function textOf(where: string, value: unknown): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  throw refusal(`${where} is ${shown(value)}, but it has to be a text`);
}

export function listOf(where: string, value: unknown, most: number, least = 1): unknown[] {
  if (Array.isArray(value) && value.length >= least && value.length <= most) return value;
  const there = Array.isArray(value) ? (value.length === 0 ? 'empty' : `${value.length} long`) : shown(value);
  throw refusal(`${where} is ${there}, but it has to be a list of ${least} to ${most}`);
}

export function numberOf(where: string, value: unknown, range: NumberRange): number {
  const legal = typeof value === 'number' && value >= range.minimum && value <= range.maximum;
  if (legal && (!range.whole || Number.isInteger(value))) return value;
  throw placed('', refuseNumber(where, value, range));
}

export function numbersOf(where: string, value: unknown, most: number, range: NumberRange): number[] {
  return listOf(where, value, most).map((one, i) => numberOf(`${where}[${i}]`, one, range));
}

/** The values, unless one of them is there twice. */
export function differing<T extends string | number>(list: string, values: T[]): T[] {
  const again = values.findIndex((value, i) => values.indexOf(value) < i);
  if (again < 0) return values;
  const first = values.indexOf(values[again]);
  throw refusal(`${list}[${again}] is ${shown(values[again])}, as ${list}[${first}] is already; leave one of them out`);
}

export function refusal(sentence: string): Error {
  return new Error(`Experiment: ${sentence}.`);
}

/**
 * The refusal of a recipe or a task, with its place in the specification: `Recipe: conv is "gcm", …` becomes
 * `Experiment: lines[2].recipe.conv is "gcm", …`. @param place '' where the refusal names the whole of it already.
 */
export function placed(place: string, { message }: Error): Error {
  const said = message.replace(/^(Recipe|Task): /, '');
  const joint = place === '' ? '' : /^[\w.[\]]+ is /.test(said) ? '.' : ': ';
  return new Error(`Experiment: ${place}${joint}${said}`);
}

export function shown(value: unknown): string {
  const written = value === undefined ? 'missing' : JSON.stringify(value);
  return written.length > 60 ? `${written.slice(0, 57)}…` : written;
}
