/** The rooms of `src/` and which rooms each may import; what those may import in turn is allowed as well. */
const TABLE = {
  graph: [],
  recipe: [],
  'gnn/linear-algebra': ['graph'],
  'gnn/kernels': ['graph'],
  'gnn/layers': ['gnn/kernels', 'graph', 'recipe'],
  'gnn/models': ['gnn/layers', 'gnn/linear-algebra'],
  'gnn/training': ['gnn/models'],
  'gnn/influence': ['gnn/models'],
  'gnn/spectrum': ['gnn/models', 'gnn/measures'],
  'gnn/measures': ['gnn/linear-algebra'],
  'gnn/projection': ['gnn/linear-algebra'],
  'gnn/experiments': ['gnn/training', 'gnn/measures'],
  engine: ['gnn/experiments', 'gnn/projection', 'gnn/influence', 'gnn/spectrum'],
  layout: ['graph'],
  formats: ['graph'],
  catalog: ['graph', 'formats', 'recipe'],
  store: ['graph', 'recipe', 'engine', 'catalog', 'layout'],
  encoding: ['graph'],
  scene: ['encoding', 'store'],
  charts: ['encoding', 'store', 'ui'],
  ui: [],
  panels: ['store', 'charts', 'ui'],
  lessons: ['store', 'ui'],
  app: ['panels', 'lessons', 'scene'],
} as const satisfies Record<string, readonly string[]>;

export type Room = keyof typeof TABLE;

const tableOf = (room: Room): readonly Room[] => TABLE[room];

/** The room a file stands in: 'src/gnn/layers/gcn.ts' → 'gnn/layers'; null for a file in no room. */
export function roomOf(path: string): string | null {
  const [, first, second] = /^src\/([^/]+)\/(?:([^/]+)\/)?/.exec(path) ?? [];
  return first === 'gnn' && second ? `gnn/${second}` : (first ?? null);
}

export const isRoom = (name: string): name is Room => name in TABLE;

/** Every room that `room` may import, itself included. */
export function reachableRooms(room: Room): Set<Room> {
  const seen = new Set<Room>([room]);
  for (const each of seen) for (const next of tableOf(each)) seen.add(next);
  return seen;
}

/** Rooms that run in the worker. All others run on the page, where no tensor library may be loaded. */
export const isWorkerRoom = (room: Room): boolean => room.startsWith('gnn/') || room === 'engine';

/** The files of the worker's rooms that the page may import: they hold no tensors. */
export const DOORS = [
  ...['src/engine/protocol.ts', 'src/engine/client.ts', 'src/gnn/measures/descriptors.ts'],
  ...['specification', 'results', 'statistics', 'validate'].map((name) => `src/gnn/experiments/${name}.ts`),
];

const COMPUTING: readonly Room[] = ['graph', 'recipe', 'formats', 'catalog', 'layout', 'encoding', 'engine'];

/** Rooms without React, and, the first two and `gnn/` only, without the DOM. */
export const isWithoutReact = (room: Room): boolean => COMPUTING.includes(room) || room.startsWith('gnn/');
export const isWithoutDom = (room: Room): boolean => room === 'graph' || room === 'recipe' || room.startsWith('gnn/');

/** Libraries that belong to certain rooms. */
export const LIBRARIES: { matches: RegExp; belongs: string; allowed: (room: Room) => boolean }[] = [
  { matches: /^@?sigma(\/|$)/, belongs: 'scene/', allowed: (room) => room === 'scene' },
  { matches: /^@tensorflow\//, belongs: 'gnn/ and engine/', allowed: isWorkerRoom },
  {
    matches: /^(react|react-dom|radix-ui|@radix-ui)(\/|$)/,
    belongs: 'the rooms of the screen',
    allowed: (room) => !isWithoutReact(room),
  },
];
