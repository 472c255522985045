import { drawnProjections } from '../encoding/drawn-projections';
import { embeddingPositions, halfSize, type PositionScale, zoomFactor } from '../encoding/position';
import type { Trace } from '../engine/protocol';
import { toGraphology } from '../graph/bridge';
import { degreesOf } from '../graph/degree';
import { type Graph, nodeName } from '../graph/graph';
import { edgesAreDrawn } from '../graph/limits';
import type { WiringChanges } from '../graph/wiring/changes';
import { originalOf } from '../store/edited';
import { type Extent, framing } from './frame';
import type { SceneGraph } from './input';
import { parallelOffsets } from './parallel';

/** The two drawings of one graph. */

const NO_NODES = new Int32Array();

/** Its nodes and edges, and those that a rewiring adds; more than `MAX_EDGES_DRAWN` edges would be a blot that no screen moves, so then its nodes alone. */
export function graphDrawing(graph: Graph, changes: WiringChanges | null = null): SceneGraph {
  const { nodeCount, directed } = graph;
  const drawn = edgesAreDrawn(graph);
  const [source, target] = drawn ? linesOf(graph, changes) : [NO_NODES, NO_NODES];
  return {
    nodeCount,
    pointCount: nodeCount,
    kind: 'edges',
    family: originalOf(graph),
    lines: { source, target, directed, offsets: parallelOffsets(source, target, nodeCount, directed) },
    ...words(graph),
    held: drawn ? toGraphology(graph, { attributes: 'drawn' }) : null,
  };
}

/** The graph's edges, then those that a rewiring adds. */
function linesOf({ source, target }: Graph, changes: WiringChanges | null): [Int32Array, Int32Array] {
  if (!changes) return [source, target];
  const { added } = changes;
  const joined = (own: Int32Array, more: Int32Array) => {
    const all = new Int32Array(own.length + more.length);
    all.set(own);
    all.set(more, own.length);
    return all;
  };
  return [joined(source, added.source), joined(target, added.target)];
}

/** Its nodes without edges, each at the end of its trail: points N…2N−1 are where the trails begin. */
export function embeddingDrawing(graph: Graph): SceneGraph {
  const { nodeCount } = graph;
  const target = Uint32Array.from({ length: nodeCount }, (_, node) => node);
  return {
    nodeCount,
    pointCount: 2 * nodeCount,
    kind: 'trails',
    family: originalOf(graph),
    lines: { source: target.map((node) => nodeCount + node), target, directed: false },
    ...words(graph),
    names: null,
    held: null,
  };
}

function words(graph: Graph): Pick<SceneGraph, 'name' | 'names' | 'describe'> {
  const name = (node: number) => nodeName(graph, node);
  return {
    name,
    names: graph.attributes.label ? graph.ids.map((_, node) => name(node)) : null,
    describe(node) {
      const label = graph.labels?.[node] ?? -1;
      const degree = degreesOf(graph)[node];
      const title = /^\d+$/.test(name(node)) ? `Node ${name(node)}` : name(node);
      return [
        title,
        ...(label >= 0 ? [graph.classes[label]] : []),
        degree === 1 ? '1 edge' : `${degree} edges`,
        ...attributesOf(graph, node),
      ];
    },
  };
}

/** Attributes on a card: more would cover the graph. */
const MOST_ATTRIBUTES = 5;

/** "age: 34", of those that are known and not said already. */
function attributesOf({ attributes }: Graph, node: number): string[] {
  const known = Object.entries(attributes).filter(
    ([name, column]) => name !== 'label' && column[node] !== null && column[node] !== '',
  );
  const lines = known.slice(0, MOST_ATTRIBUTES).map(([name, column]) => `${name}: ${column[node]}`);
  return known.length > MOST_ATTRIBUTES ? [...lines, `and ${known.length - MOST_ATTRIBUTES} more`] : lines;
}

/** The hop at which the trails that reach `hop` begin: embeddings of different widths are not on one trail. */
export function trailStart(widths: readonly number[], hop: number): number {
  let start = hop;
  while (start > 0 && widths[start - 1] === widths[hop]) start--;
  return start;
}

/** Zoomed, every hop fills the frame in its own way. */
const WHOLE: Extent = { x: 1, y: 1 };

/** What of the frame the embedding uses, the same at every hop. */
export function embeddingExtent(trace: Trace, scale: PositionScale): Extent {
  if (scale === 'zoomed') return WHOLE;
  const { width, height } = halfSize(drawnProjections(trace), 0, 'true');
  return framing([0, 0], width, height).extent;
}

/** (N, 2) in the frame: where the embedding has the nodes at a hop. */
export function nodePlaces(trace: Trace, hop: number, scale: PositionScale): Float32Array {
  return embeddingPositions(drawnProjections(trace), hop, scale);
}

/** (2N, 2) in the frame: where the nodes are at a hop, then where their trails begin, both at that hop's scale. */
export function embeddingPlaces(trace: Trace, hop: number, scale: PositionScale): Float32Array {
  const { nodeCount, widths } = trace;
  const projections = drawnProjections(trace);
  const places = new Float32Array(4 * nodeCount);
  places.set(nodePlaces(trace, hop, scale));
  const starts = embeddingPositions(projections, trailStart(widths, hop), 'true');
  const factor = scale === 'zoomed' ? zoomFactor(projections, hop) : 1;
  places.set(
    starts.map((value) => value * factor),
    2 * nodeCount,
  );
  return places;
}
