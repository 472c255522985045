import type { CatalogParameter } from './catalog';

/**
 * Every parameter of an entry: as given, else its default.
 * @throws {Error} for a name that the entry does not have and for a value outside its range: links carry both.
 */
export function completeParameters<Name extends string>(
  id: string,
  parameters: readonly (CatalogParameter & { name: Name })[],
  given: Record<string, number>,
): Record<Name, number> {
  for (const name of Object.keys(given)) {
    if (parameters.some((parameter) => parameter.name === name)) continue;
    const known = parameters.map((parameter) => parameter.name).join(', ');
    throw new Error(`the graph "${id}" has no parameter "${name}"; ${known ? `it has ${known}` : 'it has none'}`);
  }
  const values = parameters.map(({ name, minimum, maximum, default: usual }) => {
    const value = given[name] ?? usual;
    if (typeof value !== 'number' || !(value >= minimum && value <= maximum)) {
      throw new Error(`${name} of the graph "${id}" is ${String(value)}; choose from ${minimum} to ${maximum}`);
    }
    return [name, value] as const;
  });
  return Object.fromEntries(values) as Record<Name, number>;
}
