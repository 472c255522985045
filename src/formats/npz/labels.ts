import type { PlainGraph } from '../../graph/plain';
import { FormatError } from '../format';
import type { NpzArrays } from './arrays';

/**
 * The class of each node from a list of whole numbers; negative ones stand for no class. Without names for them, numbers that leave
 * some out are counted anew and called by the number they had.
 */
export function readClasses(
  arrays: NpzArrays,
  array: string,
  nodeCount: number,
  names: string[] | null,
): Pick<PlainGraph, 'labels' | 'classes'> {
  const labels = Array.from(arrays.list(array, nodeCount), (label, i) => {
    if (Number.isInteger(label)) return label < 0 ? null : label;
    throw new FormatError(
      `${arrays.name}: ${array}[${i}] is ${label}; a class is a whole number from 0, or −1 for none`,
    );
  });
  if (names && labels.every((label) => label === null || label < names.length)) return { labels, classes: names };
  const used = [...new Set(labels.filter((label) => label !== null))].sort((a, b) => a - b);
  if (used.every((label, k) => label === k)) return { labels };
  const position = new Map(used.map((label, k) => [label, k]));
  return {
    labels: labels.map((label) => (label === null ? null : (position.get(label) ?? null))),
    classes: used.map(String),
  };
}
