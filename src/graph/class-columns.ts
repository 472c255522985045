import { categorise } from './from-plain/categories';
import type { Column, Graph } from './graph';
import { GraphError, quoted } from './graph-error';

/** Classes out of a node attribute: a table dropped as a file seldom says which of its columns is the one to learn. */

/** More kinds than this are no classes one could tell apart, but names or measurements. */
const MOST_CLASSES = 50;

/** The attribute columns that could be classes: texts, truth values or whole numbers of 2 to 50 kinds. */
export function classColumns(graph: Graph): string[] {
  return Object.keys(graph.attributes).filter((name) => name !== 'label' && couldBeClasses(graph.attributes[name]));
}

/** The column the classes are from, or null when there are none or they are from elsewhere. */
export function classColumnOf(graph: Graph): string | null {
  const { labels, classes, attributes } = graph;
  if (!labels) return null;
  const isSource = (column: Column) =>
    column.every((value, v) => (isMissing(value) ? labels[v] === -1 : classes[labels[v]] === String(value)));
  return classColumns(graph).find((name) => isSource(attributes[name])) ?? null;
}

/**
 * The same graph with the classes that a column names; without a value a node is unlabelled. Classes from elsewhere are kept as
 * the column "class", so that they can be chosen again. The split goes: it was made for other classes.
 *
 * @throws {GraphError} when there is no such column or it has too many kinds of values.
 */
export function withClassesFrom(graph: Graph, column: string): Graph {
  const values = Object.hasOwn(graph.attributes, column) ? graph.attributes[column] : undefined;
  if (!values || !couldBeClasses(values)) {
    const possible = classColumns(graph).map(quoted).join(', ') || 'none';
    throw new GraphError(`the column ${quoted(column)} has no classes; columns that have: ${possible}`);
  }
  const { names, index } = categorise(values, {
    what: 'class',
    where: (v) => `node ${v}`,
    counted: false,
    missing: null,
    most: MOST_CLASSES,
  });
  return {
    ...graph,
    labels: index,
    classes: names,
    split: null,
    attributes: { ...keptClasses(graph), ...graph.attributes },
  };
}

function keptClasses({ labels, classes, attributes }: Graph): Graph['attributes'] {
  if (!labels || Object.hasOwn(attributes, 'class')) return {};
  return { class: Array.from(labels, (label) => (label === -1 ? null : classes[label])) };
}

function couldBeClasses(column: Column): boolean {
  const kinds = new Set<unknown>();
  for (const value of column) {
    if (isMissing(value)) continue;
    if (typeof value === 'number' && !Number.isInteger(value)) return false;
    if (kinds.add(value).size > MOST_CLASSES) return false;
  }
  return kinds.size >= 2;
}

function isMissing(value: Column[number]): boolean {
  return value === null || value === '';
}
