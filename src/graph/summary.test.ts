import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryGraph } from './arbitrary';
import { componentsOf } from './components';
import { graphFromPlain } from './from-plain';
import type { Graph } from './graph';
import { edgeHomophily } from './homophily';
import { hopsFrom } from './hops';
import { summarise } from './summary';

describe('summarise', () => {
  it('counts an undirected graph with every oddity', () => {
    const graph = graphFromPlain({
      name: 'Odd',
      nodes: 6,
      edges: [
        [0, 1, 2],
        [1, 0],
        [1, 2],
        [3, 3],
        [3, 4],
      ],
      labels: [0, 0, 1, 1, null, 1],
      features: { columns: 9, indices: [[], [1], [], [], [8], []] },
    });
    expect(summarise(graph)).toEqual({
      name: 'Odd',
      nodes: 6,
      edges: 5,
      directed: false,
      weighted: true,
      density: 5 / 15,
      components: 3,
      isolated: 1,
      selfLoops: 1,
      duplicates: 1,
      meanDegree: 9 / 6,
      features: 9,
      classes: 2,
      relations: 0,
      graphs: 1,
      homophily: 2 / 3,
    });
  });

  it('tells direction and relation apart when it looks for duplicates', () => {
    const summary = summarise(
      graphFromPlain({
        directed: true,
        nodes: 2,
        edges: [
          [0, 1, 1, 'likes'],
          [1, 0, 1, 'likes'],
          [0, 1, 1, 'owns'],
          [0, 1, 1, 'likes'],
        ],
      }),
    );
    expect(summary).toMatchObject({ duplicates: 1, relations: 2, meanDegree: 2, density: 2, homophily: null });
  });

  it('takes a single node, and a graph without any', () => {
    const single = graphFromPlain({ nodes: 1, edges: [] });
    expect(summarise(single)).toMatchObject({ density: 0, components: 1, isolated: 1, meanDegree: 0 });
    const none: Graph = { ...single, nodeCount: 0, ids: [] };
    expect(summarise(none)).toMatchObject({ density: 0, components: 0, isolated: 0, meanDegree: 0 });
  });
});

describe('componentsOf', () => {
  it('puts two nodes together exactly when a walk without regard to direction joins them', () => {
    fc.assert(
      fc.property(arbitraryGraph(), (graph) => {
        const { count, of } = componentsOf(graph);
        const undirected: Graph = { ...graph, directed: false };
        for (let v = 0; v < graph.nodeCount; v++) {
          hopsFrom(undirected, v).forEach((hop, u) => {
            expect(of[u] === of[v]).toBe(hop >= 0);
          });
        }
        // Numbered without gaps, in order of their first node.
        expect([...new Set(of)]).toEqual(Array.from({ length: count }, (_, c) => c));
      }),
    );
  });
});

describe('edgeHomophily', () => {
  const classes = ['a', 'b'].map((name, i) => ({ id: String(i), class: name }));

  it('is null without labels, and without an edge between two labelled nodes', () => {
    expect(edgeHomophily(graphFromPlain({ nodes: 2, edges: [[0, 1]] }))).toBeNull();
    expect(edgeHomophily(graphFromPlain({ nodes: [classes[0], { id: 'x' }], edges: [[0, 1]] }))).toBeNull();
  });

  it('does not count a node as its own neighbour', () => {
    const edges: [number, number][] = [
      [0, 0],
      [0, 1],
    ];
    expect(edgeHomophily(graphFromPlain({ nodes: classes, edges }))).toBe(0);
  });
});
