import type { Graph } from '../graph/graph';
import type { CatalogEntry, CatalogParameter } from './catalog';
import { completeParameters } from './parameters';

/** Graphs that are drawn by rule, with a slider for each number in the rule. */
export const GENERATED: CatalogEntry[] = [
  generated({
    id: 'cbm',
    title: 'Contextual block model',
    description: 'Classes that speak through edges (homophily) and through features (signal): turn either down.',
    source: 'Generated; Deshpande et al. 2018, arXiv 1807.08296',
    parameters: [
      { name: 'homophily', label: 'Homophily', minimum: 0, maximum: 1, step: 0.05, default: 0.8 },
      { name: 'signal', label: 'Feature signal', minimum: 0, maximum: 4, step: 0.1, default: 1 },
      { name: 'nodes', label: 'Nodes', minimum: 40, maximum: 2000, step: 20, default: 200 },
      { name: 'classes', label: 'Classes', minimum: 2, maximum: 8, step: 1, default: 4 },
      seed(),
    ],
    make: async (values) => {
      const { contextualBlockModel } = await import('../graph/generators/contextual-block-model');
      return contextualBlockModel({ ...values, meanDegree: 6, columns: 16 });
    },
  }),
  generated({
    id: 'ring-of-cliques',
    title: 'Ring of cliques',
    description: 'Tight groups in a ring: all news passes through single edges.',
    source: 'Generated',
    parameters: [
      { name: 'cliques', label: 'Cliques', minimum: 3, maximum: 30, step: 1, default: 8 },
      { name: 'size', label: 'Nodes in each', minimum: 2, maximum: 20, step: 1, default: 6 },
    ],
    make: async (values) => (await import('../graph/generators/ring-of-cliques')).ringOfCliques(values),
  }),
  generated({
    id: 'barbell',
    title: 'Barbell',
    description: 'Two groups joined by a path: the bottleneck at its plainest.',
    source: 'Generated',
    parameters: [
      { name: 'bell', label: 'Nodes in each bell', minimum: 3, maximum: 40, step: 1, default: 12 },
      { name: 'bar', label: 'Nodes in the bar', minimum: 0, maximum: 40, step: 1, default: 6 },
    ],
    make: async (values) => (await import('../graph/generators/barbell')).barbell(values),
  }),
  generated({
    id: 'grid',
    title: 'Grid',
    description: 'Every inner node has four neighbours: news spreads as a wave.',
    source: 'Generated',
    parameters: [
      { name: 'rows', label: 'Rows', minimum: 2, maximum: 40, step: 1, default: 10 },
      { name: 'columns', label: 'Columns', minimum: 2, maximum: 40, step: 1, default: 14 },
    ],
    make: async (values) => (await import('../graph/generators/grid')).grid(values),
  }),
  generated({
    id: 'tree',
    title: 'Balanced tree',
    description: 'The number of nodes within reach grows with every hop: the root hears from ever more leaves.',
    source: 'Generated',
    parameters: [
      { name: 'branching', label: 'Children of each', minimum: 2, maximum: 4, step: 1, default: 2 },
      { name: 'depth', label: 'Depth', minimum: 1, maximum: 6, step: 1, default: 6 },
    ],
    make: async (values) => (await import('../graph/generators/tree')).balancedTree(values),
  }),
  generated({
    id: 'tree-match',
    title: 'Tree-NeighborsMatch',
    description:
      'Many trees, each a question: its root needs the one leaf with its key, and all leaves pass two edges.',
    source: 'Generated; Alon and Yahav 2021, arXiv 2006.05205',
    parameters: [
      { name: 'radius', label: 'Radius', minimum: 1, maximum: 8, step: 1, default: 4 },
      { name: 'trees', label: 'Trees', minimum: 1, maximum: 1000, step: 1, default: 16 },
      seed(),
    ],
    make: async (values) => (await import('../graph/generators/tree-neighbours-match')).treeNeighboursMatch(values),
  }),
  generated({
    id: 'barabasi-albert',
    title: 'Hubs (Barabási–Albert)',
    description: 'Newcomers prefer the well connected: few hubs, many leaves.',
    source: 'Generated; Barabási and Albert 1999',
    parameters: [
      { name: 'nodes', label: 'Nodes', minimum: 20, maximum: 2000, step: 20, default: 200 },
      { name: 'edgesPerNode', label: 'Edges of a newcomer', minimum: 1, maximum: 8, step: 1, default: 2 },
      seed(),
    ],
    make: async (values) => (await import('../graph/generators/barabasi-albert')).barabasiAlbert(values),
  }),
  generated({
    id: 'watts-strogatz',
    title: 'Small world (Watts–Strogatz)',
    description: 'A ring with a few edges rewired: shortcuts bring everybody near.',
    source: 'Generated; Watts and Strogatz 1998',
    parameters: [
      { name: 'nodes', label: 'Nodes', minimum: 20, maximum: 2000, step: 20, default: 120 },
      { name: 'neighbours', label: 'Neighbours', minimum: 2, maximum: 12, step: 2, default: 4 },
      { name: 'rewiring', label: 'Rewired share', minimum: 0, maximum: 1, step: 0.01, default: 0.05 },
      seed(),
    ],
    make: async (values) => (await import('../graph/generators/watts-strogatz')).wattsStrogatz(values),
  }),
];

type Named<Name extends string> = CatalogParameter & { name: Name };

interface Definition<Name extends string> extends Omit<CatalogEntry, 'group' | 'parameters' | 'load'> {
  parameters: Named<Name>[];
  make(values: Record<Name, number>): Promise<Graph>;
}

function generated<const Name extends string>({ make, ...entry }: Definition<Name>): CatalogEntry {
  return {
    ...entry,
    group: 'generated',
    load: async ({ parameters }) => make(completeParameters(entry.id, entry.parameters, parameters)),
  };
}

function seed(): Named<'seed'> {
  return { name: 'seed', label: 'Seed', minimum: 0, maximum: 999, step: 1, default: 1 };
}
