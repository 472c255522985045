import { componentsOf } from './components';
import { degreesOf } from './degree';
import type { Column, Graph } from './graph';

/** Something that is known of every node, by which nodes are coloured, sized and filtered. */
export type Field = Categories | Numbers;

export interface Categories {
  kind: 'categories';
  /** (N) index into `names`, −1 where nothing is known. */
  of: Int32Array;
  names: string[];
}

export interface Numbers {
  kind: 'numbers';
  /** (N) NaN where nothing is known. */
  values: Float64Array;
  /** Of the values that are known; 0 when none is. */
  least: number;
  most: number;
}

export const OWN_FIELDS = ['class', 'type', 'degree', 'component'] as const;

/** What the graph itself gives, or `@` and the name of a node attribute: no attribute can take their names. */
export type FieldName = (typeof OWN_FIELDS)[number] | `@${string}`;

/** The fields this graph has something to say about. */
export function fieldNames(graph: Graph): FieldName[] {
  const names: FieldName[] = ['degree'];
  if (graph.labels) names.unshift('class');
  if (graph.nodeType) names.push('type');
  const components = fieldOf(graph, 'component');
  if (components?.kind === 'categories' && components.names.length > 1) names.push('component');
  const attributes = Object.keys(graph.attributes).filter((name) => name !== 'label');
  return [...names, ...attributes.map((name): FieldName => `@${name}`)];
}

/** As a person reads it. */
export function fieldTitle(name: FieldName): string {
  return name.startsWith('@') ? name.slice(1) : name.charAt(0).toUpperCase() + name.slice(1);
}

const fields = new WeakMap<Graph, Map<FieldName, Field | null>>();

/** Null when this graph has no such field. Computed once a graph. */
export function fieldOf(graph: Graph, name: FieldName): Field | null {
  let known = fields.get(graph);
  if (!known) {
    known = new Map();
    fields.set(graph, known);
  }
  let field = known.get(name);
  if (field === undefined) {
    field = compute(graph, name);
    known.set(name, field);
  }
  return field;
}

function compute(graph: Graph, name: FieldName): Field | null {
  switch (name) {
    case 'class':
      return graph.labels && { kind: 'categories', of: graph.labels, names: graph.classes };
    case 'type':
      return graph.nodeType && { kind: 'categories', of: graph.nodeType, names: graph.nodeTypes };
    case 'degree':
      return numbers(Float64Array.from(degreesOf(graph)));
    case 'component':
      return components(graph);
    default: {
      const attribute = name.slice(1);
      return Object.hasOwn(graph.attributes, attribute) ? column(graph.attributes[attribute]) : null;
    }
  }
}

function numbers(values: Float64Array): Numbers {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { kind: 'numbers', values, ...(least > most ? { least: 0, most: 0 } : { least, most }) };
}

/** Numbers throughout are numbers; all else are categories, the most frequent first. */
function column(values: Column): Field {
  const missing = (value: Column[number]) => value === null || value === '';
  if (values.every((value) => missing(value) || typeof value === 'number') && !values.every(missing)) {
    return numbers(Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN)));
  }
  const counts = new Map<string, number>();
  for (const value of values) if (!missing(value)) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  const names = [...counts.keys()].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  const index = new Map(names.map((each, i) => [each, i]));
  const of = Int32Array.from(values, (value) => (missing(value) ? -1 : (index.get(String(value)) ?? -1)));
  return { kind: 'categories', of, names };
}

/** The largest first. */
function components(graph: Graph): Categories {
  const { count, of } = componentsOf(graph);
  const sizes = new Int32Array(count);
  for (const component of of) sizes[component]++;
  const bySize = Array.from(sizes.keys()).sort((a, b) => sizes[b] - sizes[a] || a - b);
  const rank = new Int32Array(count);
  bySize.forEach((component, place) => {
    rank[component] = place;
  });
  const names = bySize.map((component, place) => `component ${place + 1} (${sizes[component]})`);
  return { kind: 'categories', of: of.map((component) => rank[component]), names };
}
