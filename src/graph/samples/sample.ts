import { checkSeed, checkWhole } from '../generators/parameters';
import type { Graph } from '../graph';
import { GraphError } from '../graph-error';
import { indexOfNode } from '../node-index';
import { egoNetwork } from './ego';
import { inducedSubgraph } from './induced';
import { kCore } from './k-core';
import { randomWalk } from './random-walk';

/** A part of a graph that is too large to be seen whole: what decides which, so that it is the same part every time. */
export type Sample =
  | { method: 'random-walk'; nodes: number; seed: number }
  /** `centre` is a node's id. */
  | { method: 'ego'; centre: string; nodes: number; seed: number }
  | { method: 'k-core'; nodes: number };

export const SAMPLE_METHODS = ['random-walk', 'ego', 'k-core'] as const satisfies Sample['method'][];

/** That part, named for what it is. @throws {GraphError} when a parameter is illegal or the centre is not in the graph. */
export function sampled(graph: Graph, sample: Sample): Graph {
  checkWhole('nodes', sample.nodes, 1, 1_000_000);
  if (sample.method !== 'k-core') checkSeed(sample.seed);
  const { nodes, name } = partOf(graph, sample);
  return { ...inducedSubgraph(graph, nodes), name: `${graph.name}: ${name}` };
}

function partOf(graph: Graph, sample: Sample): { nodes: Int32Array; name: string } {
  switch (sample.method) {
    case 'random-walk':
      return { nodes: randomWalk(graph, sample.nodes, sample.seed), name: 'random walk' };
    case 'ego': {
      const centre = indexOfNode(graph, sample.centre);
      if (centre === undefined) {
        throw new GraphError(`there is no node ${JSON.stringify(sample.centre)} in ${graph.name} to sample around`);
      }
      return { nodes: egoNetwork(graph, centre, sample.nodes, sample.seed), name: `around ${sample.centre}` };
    }
    case 'k-core': {
      const { nodes, k } = kCore(graph, sample.nodes);
      return { nodes, name: `${k}-core` };
    }
  }
}

/** What is offered first: small enough to be seen well. */
export function firstSample(graph: Graph) {
  return { method: 'random-walk', nodes: Math.min(2_000, graph.nodeCount), seed: 1 } as const;
}
