import * as fc from 'fast-check';
import { graphFromPlain } from './from-plain';
import type { Graph } from './graph';
import type { PlainGraph } from './plain';

/** Graphs for property tests: small, and with every oddity a file can have. Imported by tests only. */

/** −0 is left out: it equals 0, JSON does not know it, and comparisons in tests tell the two apart. */
const positiveZero = (value: number) => (value === 0 ? 0 : value);
const float = fc.float({ noNaN: true, noDefaultInfinity: true }).map(positiveZero);
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).map(positiveZero);
const cell = fc.oneof(fc.string(), double, fc.boolean(), fc.constant(null));
const attributeName = fc.constantFrom('label', 'age', 'colour', 'note', '__proto__', 'constructor', 'size');

/** What a graph has beside nodes and edges. */
interface Extras {
  nodeCount: number;
  edgeCount: number;
  directed: boolean;
}

export interface ArbitraryGraphOptions {
  minNodes?: number;
  maxNodes?: number;
  maxEdges?: number;
}

/**
 * Directed or not; self-loops, duplicates, isolated nodes, several components and no edges at all; weighted, typed,
 * labelled, with features dense or sparse, or bare.
 */
export function arbitraryPlainGraph(options: ArbitraryGraphOptions = {}): fc.Arbitrary<PlainGraph> {
  const { minNodes = 1, maxNodes = 12, maxEdges = 24 } = options;
  return fc
    .record({
      nodeCount: fc.integer({ min: minNodes, max: maxNodes }),
      edgeCount: fc.integer({ min: 0, max: maxEdges }),
      directed: fc.boolean(),
    })
    .chain(plainGraph);
}

export function arbitraryGraph(options: ArbitraryGraphOptions = {}): fc.Arbitrary<Graph> {
  return arbitraryPlainGraph(options).map(graphFromPlain);
}

function plainGraph({ nodeCount, edgeCount, directed }: Extras): fc.Arbitrary<PlainGraph> {
  const each = <T>(count: number, value: fc.Arbitrary<T>) => fc.array(value, { minLength: count, maxLength: count });
  const node = fc.nat({ max: nodeCount - 1 });
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const columns = fc.integer({ min: 1, max: 4 });
  return fc
    .record({
      ends: each(edgeCount, fc.tuple(node, node)),
      weights: optional(each(edgeCount, float)),
      relations: optional(each(edgeCount, fc.constantFrom('likes', 'owns', 'r10', 'r2'))),
      edgeAttributes: each(edgeCount, fc.dictionary(attributeName, cell, { maxKeys: 2 })),
      nodeAttributes: each(nodeCount, fc.dictionary(attributeName, cell, { maxKeys: 2 })),
      types: optional(each(nodeCount, fc.constantFrom('film', 'person'))),
      classes: optional(each(nodeCount, fc.constantFrom('A', 'B', 'C10', 'C9', null))),
      places: optional(each(nodeCount, fc.tuple(float, float))),
      dense: optional(columns.chain((width) => each(nodeCount, each(width, float)))),
      sparse: optional(each(nodeCount, fc.uniqueArray(fc.nat({ max: 6 })))),
      edgeFeatures: optional(columns.chain((width) => each(edgeCount, each(width, float)))),
    })
    .map((parts): PlainGraph => {
      const plain: PlainGraph = {
        name: 'Arbitrary',
        directed,
        nodes: parts.nodeAttributes.map((attributes, i) => ({
          ...attributes,
          id: `node ${i}`,
          ...(parts.types ? { type: parts.types[i] } : {}),
          ...(parts.classes?.[i] ? { class: parts.classes[i] } : {}),
          ...(parts.places ? { x: parts.places[i][0], y: parts.places[i][1] } : {}),
        })),
        edges: parts.ends.map(([source, target], e) => ({
          ...parts.edgeAttributes[e],
          source,
          target,
          ...(parts.weights ? { weight: parts.weights[e] } : {}),
          ...(parts.relations ? { relation: parts.relations[e] } : {}),
        })),
      };
      if (parts.dense) plain.features = parts.dense;
      else if (parts.sparse) plain.features = { columns: 7, indices: parts.sparse };
      if (parts.edgeFeatures) plain.edgeFeatures = parts.edgeFeatures;
      return plain;
    });
}
