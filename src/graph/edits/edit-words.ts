import { type Graph, nodeName } from '../graph';
import { indexOfNode } from '../node-index';
import type { Edit } from './edit';

/** What an edit does to the graph, to go on with a colon: "without the edge 24–30". */
export function editWords(edit: Edit, original: Graph): string {
  const name = (id: string) => nameIn(original, id);
  switch (edit.do) {
    case 'add-edge':
      return `with an edge ${pair(edit, original)}`;
    case 'remove-edge':
      return `without the edge ${pair(edit, original)}`;
    case 'rewire': {
      const after = edit.end === 'to' ? { from: edit.from, to: edit.onto } : { from: edit.onto, to: edit.to };
      return `with the edge ${pair(edit, original)} as ${pair(after, original)}`;
    }
    case 'add-node':
      return `with a new node “${name(edit.node)}”${edit.to.length > 0 ? ` beside ${edit.to.map(name).join(', ')}` : ''}`;
    case 'remove-node':
      return `without node ${name(edit.node)}`;
    case 'set-feature':
      return `with ${columnName(original, edit.column)} of node ${name(edit.node)} at ${String(edit.value).replaceAll('-', '\u2212')}`;
  }
}

/** "feature 3", or by its name where the graph has one. */
export function columnName({ featureNames }: Graph, column: number): string {
  const name = featureNames?.[column];
  return name === undefined ? `feature ${column}` : `“${name}”`;
}

function pair({ from, to }: { from: string; to: string }, original: Graph): string {
  return `${nameIn(original, from)}${original.directed ? '→' : '–'}${nameIn(original, to)}`;
}

/** Nodes that were added go by their ids. */
function nameIn(original: Graph, id: string): string {
  const node = indexOfNode(original, id);
  return node === undefined ? id : nodeName(original, node);
}
