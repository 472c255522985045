import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { graphFromPlain } from '../../graph/from-plain';
import { karateClub } from '../../graph/generators/karate';
import { disjointUnion } from '../../graph/union';
import { edgesOf, keepRewired, rewiredGraph } from '../../graph/wiring/wiring';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { REMEDIES } from '../../recipe/remedies';
import { validateRecipe } from '../../recipe/validate';
import { changedRecipe } from '../../store/recipe-change';
import { changeWords } from './change-words';
import { RemedyList, remediesOn } from './remedy-list';
import { whyNoRemedy } from './why-no-remedy';

const karate = karateClub();
const recipeOf = (given: object = {}) => validateRecipe(given, factsOf(karate));
const remedy = (id: string) => REMEDIES.find((one) => one.id === id) ?? expect.unreachable(id);
const why = (id: string, given: object, graph = karate) => whyNoRemedy(remedy(id), graph, recipeOf(given));

describe('remedies', () => {
  it.each(REMEDIES)('$id is one switch, on and off again, with a line and a paper', (one) => {
    const start = recipeOf({ hops: 3 });
    expect(one.isOn(start)).toBe(false);
    expect(whyNoRemedy(one, karate, start)).toBeNull();
    const on = recipeOf(changedRecipe(start, one.on));
    expect(one.isOn(on)).toBe(true);
    expect(remediesOn(on)).toBe(one.title);
    const off = recipeOf(changedRecipe(on, one.off));
    expect(one.isOn(off)).toBe(false);
    expect(one.line.length).toBeGreaterThan(40);
    expect(one.paper.url).toMatch(/^https:\/\/arxiv\.org\/abs\/\d{4}\.\d{4,5}$/);
    // Under none of the others is it on as well.
    expect(REMEDIES.filter((other) => other.isOn(on))).toEqual([one]);
  });

  it('says why one cannot be had, and what could be', () => {
    const directed = graphFromPlain({
      directed: true,
      nodes: 3,
      edges: [
        [0, 1],
        [1, 2],
      ],
    });
    const bare = (graph: typeof directed, id: string) =>
      whyNoRemedy(remedy(id), graph, validateRecipe({}, factsOf(graph)));
    expect(bare(directed, 'fosr')).toBe(
      'FoSR is for undirected graphs, and this one is directed. Take diffusion (gdc).',
    );
    expect(bare(directed, 'gdc')).toBeNull();
    expect(bare(graphFromPlain({ nodes: 3000, edges: [] }), 'fully-adjacent')).toMatch(
      /Take a graph of at most 2,896 nodes/,
    );
    expect(bare(disjointUnion([directed, directed]), 'fosr')).toMatch(/would join the graphs of a union/);
    expect(why('virtual-node', { conv: 'mlp' })).toBe(
      'With it virtualNode is true, but in mlp no node hears another; leave it out, or take another layer.',
    );
    expect(why('dgn', { weights: { kind: 'identity' } })).toMatch(
      /weights "identity" has no parameters; take "batch" or random weights/,
    );
  });

  it('counts those that are on', () => {
    expect(remediesOn(recipeOf())).toBeUndefined();
    expect(remediesOn(recipeOf({ norm: 'pair', virtualNode: true, rewiring: { kind: 'gdc' } }))).toBe('PairNorm + 2');
  });
});

describe('what a remedy changed of the graph', () => {
  /** With what its trace would tell. */
  const traced = (given: object) => {
    const recipe = recipeOf(given);
    if (recipe.rewiring) keepRewired(karate, recipe.rewiring, edgesOf(rewiredGraph(karate, recipe.rewiring)));
    return recipe;
  };
  const words = (id: string, given: object) => changeWords(id, karate, traced(given), [0.13, 0.25]);

  it('is said in figures of this graph', () => {
    expect(words('flip', { rewiring: { kind: 'flip' } })).toMatch(
      /^\d+ edges added to 78, \d+ left out; every node has as many as before\. Spectral gap: 0\.13 → 0\.25\.$/,
    );
    expect(words('fosr', { rewiring: { kind: 'fosr', share: 0.05 } })).toMatch(
      /^4 edges added to 78, none left out\. /,
    );
    expect(words('virtual-node', { virtualNode: true })).toBe('One node and 34 edges added, which are not drawn.');
    expect(words('fully-adjacent', { fullyAdjacentLast: true })).toMatch(
      /^In the last layer 1,122 messages between nodes/,
    );
    expect(words('fosr', {})).toBeNull();
    const other = recipeOf({ rewiring: { kind: 'fosr', share: 0.2 } });
    expect(changeWords('fosr', karate, other, null), 'until it is known').toBeNull();
    expect(words('pair', { norm: 'pair' })).toBeNull();
  });

  it('stands below its switch, with what can be set', () => {
    const show = (recipe: Recipe, against: 'oversmoothing' | 'short reach') =>
      renderToStaticMarkup(<RemedyList graph={karate} onChange={() => undefined} {...{ recipe, against }} />);
    const markup = show(traced({ rewiring: { kind: 'fosr' } }), 'short reach');
    expect(markup).toContain('data-control="remedy-fosr-change"');
    expect(markup).toContain('data-control="rewiring-share"');
    expect(markup).not.toContain('data-control="rewiring-k"');
    expect(show(recipeOf(), 'oversmoothing')).toContain('a row-normalised adjacency, a mean as in GraphSAGE');
    // Each is described by its line.
    expect(markup).toMatch(/<input type="checkbox" data-control="remedy-gdc" aria-describedby="([^"]+)".*id="\1"/s);
  });
});
