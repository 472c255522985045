import type { Colour } from './theme';
import { createTween, type Tween } from './tween';

/** What the programs draw. They hold it by reference; the scene changes it in place and asks for a frame. */
export interface Stage {
  /** The first `nodeCount` points are nodes; any further ones are only ends of lines. */
  nodeCount: number;
  tween: Tween;
  /** How far along the tween is in the frame being drawn. */
  progress: number;
  /** Whether any node is, was or becomes faded in this tween. */
  fading: boolean;
  /** (N) radius of each node in pixels at the home camera. */
  radii: Float32Array;
  /** (N) 1 for each node with a ring around it; null for none. */
  marks: Uint8Array | null;
  /** Factor on all radii, for the room there is. */
  nodeScale: number;
  lines: Lines;
  /** Nodes with an edge to themselves, which is no line. */
  loops: number[];
  look: Look;
  /** Counts changes of `radii`, `marks` and `lines`. */
  shapeVersion: number;
}

/** Straight lines between points: the edges of a graph, or trails. */
export interface Lines {
  /** (L) point indices. */
  source: ArrayLike<number>;
  target: ArrayLike<number>;
  /** Whether each ends in an arrowhead at the rim of its target. */
  directed: boolean;
  /** (L) pixels that each stands to the left of the middle, seen along it; absent when all go through the middle. */
  offsets?: Float32Array;
}

export interface Look {
  paper: Colour;
  ink: Colour;
  line: Colour;
  /** Pixels. */
  lineWidth: number;
  /** Length of an arrowhead. */
  head: number;
  /** Rim of paper around a node. */
  outline: number;
}

export function emptyStage(): Stage {
  const none: Colour = [0, 0, 0, 0];
  return {
    nodeCount: 0,
    tween: createTween(0),
    progress: 1,
    fading: false,
    radii: new Float32Array(),
    marks: null,
    nodeScale: 1,
    lines: { source: [], target: [], directed: false },
    loops: [],
    look: { paper: none, ink: none, line: none, lineWidth: 1, head: 0, outline: 0 },
    shapeVersion: 1,
  };
}

/** Nodes that are both ends of a line, each once. */
export function loopsOf({ source, target }: Lines): number[] {
  const loops = new Set<number>();
  for (let line = 0; line < source.length; line++) if (source[line] === target[line]) loops.add(source[line]);
  return [...loops];
}
