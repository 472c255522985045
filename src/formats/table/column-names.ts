/** What the columns of an edge list or a node table are called, in the tools and collections that write them. */
export type Role = 'source' | 'target' | 'weight' | 'relation' | 'id' | 'label';

const NAMES: Record<Role, string[]> = {
  source: [
    'source',
    'from',
    'src',
    'sourceid',
    'fromid',
    'fromnode',
    'fromnodeid',
    'subject',
    'head',
    'node1',
    'id1',
    'start',
  ],
  target: ['target', 'to', 'dst', 'targetid', 'toid', 'tonode', 'tonodeid', 'object', 'tail', 'node2', 'id2', 'end'],
  weight: ['weight', 'weights', 'w', 'value'],
  relation: ['relation', 'type', 'predicate', 'kind', 'rel', 'edgetype', 'relationship'],
  id: ['id', 'node', 'nodeid', 'key'],
  label: ['label', 'name', 'title'],
};

/** The place of the first column with that role, in the order the names are listed in, or −1. Case, spaces and punctuation do not matter. */
export function columnFor(role: Role, header: string[]): number {
  const plain = header.map((name) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''));
  for (const name of NAMES[role]) {
    const at = plain.indexOf(name);
    if (at !== -1) return at;
  }
  return -1;
}
