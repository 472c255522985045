import { circlesOfFriends } from '../graph/generators/circles';
import type { Graph } from '../graph/graph';
import type { CatalogEntry } from './catalog';
import { completeParameters } from './parameters';

/** The first graph on screen; the only one whose code comes with the page. */
export const CIRCLES: CatalogEntry = bundled({
  id: 'circles',
  title: 'Four circles of friends',
  description: '72 people who mostly know their own circle. Hop by hop, everybody becomes alike.',
  group: 'small',
  source: 'Generated: a stochastic block model',
  make: async () => circlesOfFriends(),
});

export const KARATE: CatalogEntry = bundled({
  id: 'karate',
  title: "Zachary's karate club",
  description: '34 members of a club that split in two, and who met whom outside it.',
  group: 'small',
  source: 'Zachary 1977, An information flow model for conflict and fission in small groups; facts',
  make: async () => (await import('../graph/generators/karate')).karateClub(),
});

export const FILMS: CatalogEntry = bundled({
  id: 'films',
  title: 'Films around Kevin Bacon',
  description: 'Who acted in, directed, wrote or produced what: how many hops is anybody from Kevin Bacon?',
  group: 'real',
  source: 'Written by hand for Hopscope from facts; MIT',
  make: async () => (await import('./films')).filmGraph(),
});

export const PACKAGES: CatalogEntry = bundled({
  id: 'packages',
  title: 'Packages',
  description: 'The packages of a Debian workstation: what each depends on, its section, words of its description.',
  group: 'real',
  source: "Made for Hopscope from Debian 12's package lists, facts reduced to indicators; MIT",
  make: async () => (await import('./packages')).packageGraph(),
});

interface Definition extends Omit<CatalogEntry, 'parameters' | 'load'> {
  make(): Promise<Graph>;
}

function bundled({ make, ...entry }: Definition): CatalogEntry {
  return {
    ...entry,
    parameters: [],
    load: async ({ parameters }) => {
      completeParameters(entry.id, [], parameters);
      return make();
    },
  };
}
