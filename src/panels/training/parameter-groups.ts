import type { TrainedParameter } from '../../engine/protocol';
import type { ParameterGroup } from '../../recipe/task';

/** What of a model's parameters a group can be: their names' beginnings, from the parts of the model to its layers. */
export function prefixesOf(parameters: readonly TrainedParameter[]): string[] {
  const beginnings = (depth: number) =>
    parameters.flatMap(({ name }) => {
      const parts = name.split('.');
      return parts.length > depth ? [`${parts.slice(0, depth).join('.')}.`] : [];
    });
  const parts = [...new Set(beginnings(1))];
  const layers = beginnings(2).filter((prefix) => /\.\d+\.$/.test(prefix));
  return [...parts, ...new Set(layers)];
}

/** How many tensors, and numbers in them, a group governs. */
export interface Governed {
  tensors: number;
  numbers: number;
}

/** What each group governs, the first whose prefix fits a name deciding, and last what is left for the common settings. */
export function governedBy(parameters: readonly TrainedParameter[], groups: readonly ParameterGroup[]): Governed[] {
  const governed = [...groups, null].map((): Governed => ({ tensors: 0, numbers: 0 }));
  for (const { name, shape } of parameters) {
    const group = groups.findIndex(({ prefix }) => name.startsWith(prefix));
    const own = governed[group < 0 ? groups.length : group];
    own.tensors++;
    own.numbers += shape.reduce((product, side) => product * side, 1);
  }
  return governed;
}

/** The first beginning that no group has yet, for a new one; the last of all when all are taken. */
export function freePrefix(prefixes: readonly string[], groups: readonly ParameterGroup[]): string {
  const free = prefixes.find((prefix) => !groups.some((group) => group.prefix === prefix));
  return free ?? prefixes.at(-1) ?? '';
}
