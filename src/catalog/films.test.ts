import { beforeAll, describe, expect, it } from 'vitest';
import { componentsOf } from '../graph/components';
import { type Graph, nodeName } from '../graph/graph';
import { hopsFrom } from '../graph/hops';
import { filmGraph, RELATIONS, readFilms } from './films';

let graph: Graph;
beforeAll(async () => {
  graph = await filmGraph();
});

const isFilm = (node: number) => graph.nodeTypes[graph.nodeType?.[node] ?? -1] === 'film';
const nodes = () => Array.from({ length: graph.nodeCount }, (_, node) => node);

describe('the film graph', () => {
  it('has films and people, joined by what people did for films', () => {
    expect(nodes().filter(isFilm).length).toBe(86);
    expect(nodes().filter((node) => !isFilm(node)).length).toBe(478);
    expect(graph.relations).toEqual(RELATIONS);
    for (let e = 0; e < graph.edgeCount; e++) {
      expect(isFilm(graph.source[e])).toBe(false);
      expect(isFilm(graph.target[e])).toBe(true);
    }
    expect(new Set(graph.relation)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('says nothing twice', () => {
    const said = Array.from(graph.source, (person, e) => `${person} ${graph.target[e]} ${graph.relation?.[e]}`);
    expect(new Set(said).size).toBe(said.length);
  });

  it('labels films by genre and people not at all', () => {
    expect(graph.classes).toEqual([
      'adventure',
      'comedy',
      'crime',
      'drama',
      'horror',
      'romance',
      'science fiction',
      'thriller',
    ]);
    for (const node of nodes()) expect((graph.labels?.[node] ?? -1) >= 0).toBe(isFilm(node));
    const apollo = graph.ids.indexOf('Apollo 13 (1995)');
    expect(nodeName(graph, apollo)).toBe('Apollo 13');
    expect(graph.attributes.year?.[apollo]).toBe(1995);
    expect(graph.classes[graph.labels?.[apollo] ?? -1]).toBe('drama');
  });

  it('is one component, all within six films of Kevin Bacon', () => {
    expect(componentsOf(graph).count).toBe(1);
    expect(Math.max(...hopsFrom(graph, graph.ids.indexOf('Kevin Bacon')))).toBeLessThanOrEqual(12);
  });

  it.each([
    ['Kevin Bacon', 0],
    ['Tom Hanks', 1],
    ['Jack Nicholson', 1],
    ['Meg Ryan', 2],
    ['Jodie Foster', 2],
    ['Anthony Hopkins', 3],
    ['Katharine Hepburn', 4],
    ['Humphrey Bogart', 5],
    ['Ingrid Bergman', 5],
    ['Mary Astor', 6],
  ])('gives %s the Bacon number %i when only acting counts', (name, number) => {
    const acting = Array.from(graph.relation ?? [], (_, e) => e).filter((e) => graph.relation?.[e] === 0);
    const cast: Graph = {
      ...graph,
      edgeCount: acting.length,
      source: Int32Array.from(acting, (e) => graph.source[e]),
      target: Int32Array.from(acting, (e) => graph.target[e]),
      relation: null,
      relations: [],
      edgeAttributes: {},
    };
    expect(hopsFrom(cast, graph.ids.indexOf('Kevin Bacon'))[graph.ids.indexOf(name)]).toBe(2 * number);
  });
});

describe('readFilms', () => {
  it('takes a colon in a title', () => {
    const { nodes: read } = readFilms('Mission: Impossible (1996): thriller\n  acted in: Tom Cruise, Jean Reno\n');
    expect(read).toMatchObject([
      { id: 'Mission: Impossible (1996)', label: 'Mission: Impossible', year: 1996 },
      { id: 'Tom Cruise', type: 'person' },
      { id: 'Jean Reno', type: 'person' },
    ]);
  });

  it.each([
    ['a film without its year', 'Apollo 13: drama'],
    ['a credit before any film', '  directed: Ron Howard'],
    ['an unknown relation', 'Apollo 13 (1995): drama\n  lit: somebody'],
  ])('refuses %s, naming the line', (_, text) => {
    expect(() => readFilms(text)).toThrow(/films\.txt line \d: ".*" is neither a film/);
  });
});
