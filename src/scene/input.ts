import type Graphology from 'graphology';
import type { Extent } from './frame';
import type { Message } from './messages';
import type { Lines } from './stage';

/** What is drawn and does not change from hop to hop. */
export interface SceneGraph {
  nodeCount: number;
  /** Nodes, then any further ends of lines. */
  pointCount: number;
  lines: Lines;
  kind: 'edges' | 'trails';
  /** (N) pixels at the home camera. */
  radii: Float32Array;
  /** (N) names drawn beside the larger nodes, or null for none. */
  names: string[] | null;
  /**
   * The graph itself in graphology, nodes under their numbers, for Sigma to hold; null where only its nodes are drawn. The
   * scene writes places, sizes and names into it.
   */
  held: Graphology | null;
  name(node: number): string;
  /** Lines of a node's card, the first its title. */
  describe(node: number): string[];
}

/** All that a scene shows at one moment. Arrays and objects are compared by identity: a new one is a change. */
export interface SceneInput {
  graph: SceneGraph;
  /** (pointCount, 2) in the frame, −1…1. */
  places: Float32Array;
  /** Half width and half height that must be in view. */
  extent: Extent;
  /** (N, 4) RGBA bytes; alpha is presence. */
  colours: Uint8Array | Uint8ClampedArray;
  /** (N) 1 for each node with a ring around it; null for none. */
  marks: Uint8Array | null;
  /** One more line of a node's card. */
  remark: ((node: number) => string) | null;
  /** `tween`: points move to new places in a step; `live`: they are put there, as a layout in progress moves them. */
  motion: 'tween' | 'live';
  /** How strongly lines are drawn, 0…1; in full when left out. */
  lineStrength?: number;
  focus: number | null;
  /** Who the focus hears, along ember edges. */
  incoming: Message[];
  /** Changes with the hop: when it does, messages run; null while there are none under way. */
  beat: number | null;
}

/** Nothing to draw. */
export const EMPTY: SceneInput = {
  graph: {
    nodeCount: 0,
    pointCount: 0,
    lines: { source: [], target: [], directed: false },
    kind: 'edges',
    radii: new Float32Array(),
    names: null,
    held: null,
    name: String,
    describe: () => [],
  },
  places: new Float32Array(),
  extent: { x: 1, y: 1 },
  colours: new Uint8Array(),
  marks: null,
  remark: null,
  motion: 'live',
  focus: null,
  incoming: [],
  beat: null,
};
