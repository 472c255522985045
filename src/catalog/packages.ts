import { graphFromPlain } from '../graph/from-plain';
import type { Graph } from '../graph/graph';
import type { PlainGraph } from '../graph/plain';

/** The packages of a Debian workstation; `datasets/packages/README.md` says how they became a graph. */
export async function packageGraph(): Promise<Graph> {
  const { default: text } = await import('../../datasets/packages/packages.json?raw');
  return graphFromPlain(JSON.parse(text) as PlainGraph);
}
