import type Graphology from 'graphology';
import type { Extent } from './frame';
import type { Message } from './messages';
import type { Lines } from './stage';
import type { Colour } from './theme';

/** What is drawn and does not change from hop to hop. */
export interface SceneGraph {
  nodeCount: number;
  /** Nodes, then any further ends of lines. */
  pointCount: number;
  lines: Lines;
  kind: 'edges' | 'trails';
  /** The same for all edits of one graph: from one to another the camera stays. */
  family?: object;
  /** (N) names drawn beside the larger nodes, or null for none. */
  names: string[] | null;
  /**
   * The graph itself in graphology, nodes under their numbers, for Sigma to hold; null where only its nodes are drawn. The
   * scene writes into it where they are, at the end of each motion.
   */
  held: Graphology | null;
  name(node: number): string;
  /** Lines of a node's card, the first its title. */
  describe(node: number): string[];
}

/** Messages of one hop, of the focus or, where there is none, of all nodes: another hop sends them out anew, another goal of the same hop sends them on. */
export interface Beat {
  hop: number;
  /** How far they go: 1 to the rim of the focus, 2 on to its middle, where they meet. */
  goal: 1 | 2;
}

export interface Groups {
  /** (N) group of each node, −1 for none. */
  of: ArrayLike<number>;
  /** One a group. */
  colours: Colour[];
}

/** All that a scene shows at one moment. Arrays and objects are compared by identity: a new one is a change. */
export interface SceneInput {
  graph: SceneGraph;
  /** (pointCount, 2) in the frame, −1…1. */
  places: Float32Array;
  /** Half width and half height that must be in view. */
  extent: Extent;
  /** (N) pixels at the home camera. */
  radii: Float32Array;
  /** (N, 4) RGBA bytes; alpha is presence. */
  colours: Uint8Array | Uint8ClampedArray;
  /** (N) 1 for each node with a ring around it; null for none. */
  marks: Uint8Array | null;
  /** `tween`: points move to new places in a step; `live`: they are put there, as a layout in progress moves them. */
  motion: 'tween' | 'live';
  /** (L, 4) RGBA bytes of lines that have colours of their own; null when they have none. */
  lineColours: Uint8Array | null;
  /** How strongly lines are drawn, 0…1; in full when left out. */
  lineStrength?: number;
  /** Whether nodes can be pulled elsewhere, and those that were. */
  movable: boolean;
  pinned: number[];
  /** Groups of nodes to go around, or null for none. */
  groups: Groups | null;
  /** The node under the pointer here or elsewhere, and whether its card is shown here. */
  hovered: number | null;
  card: boolean;
  /** What is known of a node at this moment, for its card. */
  remarks(node: number): string[];
  focus: number | null;
  /** Who the focus hears, along ember edges. */
  incoming: Message[];
  /** The messages under way; null when there are none. Without a focus they are seen as a pulse along all lines. */
  beat: Beat | null;
}

/** Nothing to draw. */
export const EMPTY: SceneInput = {
  graph: {
    nodeCount: 0,
    pointCount: 0,
    lines: { source: [], target: [], directed: false },
    kind: 'edges',
    names: null,
    held: null,
    name: String,
    describe: () => [],
  },
  places: new Float32Array(),
  radii: new Float32Array(),
  extent: { x: 1, y: 1 },
  colours: new Uint8Array(),
  marks: null,
  motion: 'live',
  lineColours: null,
  movable: false,
  pinned: [],
  groups: null,
  hovered: null,
  card: false,
  remarks: () => [],
  focus: null,
  incoming: [],
  beat: null,
};
