import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryPlainGraph } from './arbitrary';
import { graphFromPlain } from './from-plain';
import { GraphError } from './graph-error';
import type { PlainGraph } from './plain';

describe('graphFromPlain, anything at all', () => {
  const junk = fc.anything({ withBigInt: true, withTypedArray: true, withNullPrototype: true, withSparseArray: true });
  const keys = ['name', 'directed', 'nodes', 'edges', 'features', 'featureNames', 'edgeFeatures', 'labels'];
  const more = ['classes', 'split', 'relations', 'nodeTypes', 'graphIds'];

  /** Passes when the graph is taken, or refused in words for a person. */
  const survives = (plain: unknown) => {
    try {
      graphFromPlain(plain as PlainGraph);
    } catch (error) {
      expect(error).toBeInstanceOf(GraphError);
    }
  };

  it('is taken or refused with a message, whatever stands in one of its fields', () => {
    fc.assert(
      fc.property(arbitraryPlainGraph(), fc.constantFrom(...keys, ...more), junk, (plain, key, value) => {
        survives({ ...plain, [key]: value });
      }),
      { numRuns: 1000 },
    );
  });

  it('is taken or refused with a message, whatever stands inside its lists', () => {
    const lists = fc.constantFrom('nodes', 'edges', 'features', 'labels', 'edgeFeatures', 'graphIds', 'classes');
    fc.assert(
      fc.property(
        arbitraryPlainGraph({ maxNodes: 3 }),
        lists,
        fc.array(junk, { maxLength: 3 }),
        (plain, key, values) => {
          survives({ ...plain, [key]: values });
          survives({ ...plain, features: { columns: 3, indices: values, values } });
          survives({
            ...plain,
            edges: values.map((value) => ({ source: 0, target: 0, weight: value, relation: value })),
          });
          survives({
            ...plain,
            nodes: values.map((value, i) => ({ id: String(i), class: value, type: value, x: value, note: value })),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('treats null as left out, as JSON from other languages writes it', () => {
    const optional = Object.fromEntries([...keys.slice(4), ...more].map((key) => [key, null]));
    const plain = { nodes: [{ id: 'a', class: 'x' }], edges: [[0, 0, null, null]], ...optional };
    expect(graphFromPlain(plain as unknown as PlainGraph)).toMatchObject({
      classes: ['x'],
      weight: null,
      relation: null,
    });
  });
});
