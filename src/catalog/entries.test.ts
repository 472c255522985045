import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { componentsOf } from '../graph/components';
import { summarise } from '../graph/summary';
import { entries, findEntry } from './entries';

const offline = entries.filter((entry) => entry.group !== 'remote');

describe('the catalogue', () => {
  it('offers these graphs, the opening scene first', () => {
    expect(entries.map((entry) => entry.id)).toEqual(
      'circles karate cbm ring-of-cliques barbell grid tree tree-match barabasi-albert watts-strogatz films packages cora citeseer texas cornell chameleon actor'.split(
        ' ',
      ),
    );
  });

  it('says of each what it is and where it comes from, in one line', () => {
    for (const { title, description, source } of entries) {
      expect(title).toMatch(/^\S.{2,40}$/);
      expect(description).toMatch(/^\S.{20,120}[.?]$/);
      expect(source.length).toBeGreaterThan(5);
    }
  });

  it.each(offline.map((entry) => [entry.id, entry] as const))(
    '%s loads by default, the same each time',
    async (_, entry) => {
      const graph = await entry.load({ parameters: {} });
      expect(graph.nodeCount).toBeGreaterThan(20);
      expect(graph.labels === null || graph.labels.length === graph.nodeCount).toBe(true);
      expect(componentsOf(graph).count).toBeLessThan(graph.nodeCount / 20);
      expect(await entry.load({ parameters: {} })).toEqual(graph);
    },
  );

  it.each(entries.filter((entry) => entry.parameters.length > 0).map((entry) => [entry.id, entry] as const))(
    '%s loads at both ends of every slider',
    async (_, entry) => {
      for (const { name, minimum, maximum, step, default: usual } of entry.parameters) {
        expect(Math.abs((usual - minimum) / step - Math.round((usual - minimum) / step))).toBeLessThan(1e-9);
        for (const value of [minimum, maximum]) {
          expect((await entry.load({ parameters: { [name]: value } })).nodeCount).toBeGreaterThan(1);
        }
      }
    },
  );

  it('turns the sliders of the block model into the graph', async () => {
    const graph = await findEntry('cbm').load({ parameters: { homophily: 0.25, nodes: 400, classes: 5 } });
    expect(summarise(graph)).toMatchObject({ nodes: 400, classes: 5 });
    expect(summarise(graph).homophily).toBeCloseTo(0.25, 2);
  });

  it('refuses parameters that an entry does not have or cannot take, also those of a fixed graph', async () => {
    await expect(findEntry('grid').load({ parameters: { row: 3 } })).rejects.toThrow(/no parameter "row"; it has rows/);
    await expect(findEntry('grid').load({ parameters: { rows: 1e9 } })).rejects.toThrow(/rows.*choose from 2 to 40/);
    await expect(findEntry('films').load({ parameters: { seed: 1 } })).rejects.toThrow(/no parameter "seed"/);
    await expect(findEntry('cora').load({ parameters: { seed: 1 } })).rejects.toThrow(/no parameter "seed"/);
  });
});

describe('findEntry', () => {
  it('finds every entry', () => {
    for (const entry of entries) expect(findEntry(entry.id)).toBe(entry);
  });

  it.each([
    ['koras', 'cora'],
    ['Karate', 'karate'],
    ['ring of cliques', 'ring-of-cliques'],
    ['barabasi_albert', 'barabasi-albert'],
  ])('%s: did you mean %s', (wrong, right) => {
    expect(() => findEntry(wrong)).toThrow(`there is no graph called "${wrong}"; did you mean "${right}"?`);
  });

  it('lists all ids for anything else, and guesses nothing', () => {
    expect(() => findEntry('quantum entanglement')).toThrow(/"quantum entanglement"\. There are circles, .*actor\.$/);
  });

  it('takes no other text for an id', () => {
    const ids = new Set(entries.map((entry) => entry.id));
    fc.assert(
      fc.property(
        fc.string().filter((text) => !ids.has(text)),
        (text) => {
          expect(() => findEntry(text)).toThrow('there is no graph called');
        },
      ),
    );
  });
});
