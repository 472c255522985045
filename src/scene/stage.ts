import { ALL, type Span } from './crowd';
import type { Colour } from './theme';
import { createTween, type Tween } from './tween';

/** What the programs draw. They hold it by reference; the scene changes it in place and asks for a frame. */
export interface Stage {
  /** The first `nodeCount` points are nodes; any further ones are only ends of lines. */
  nodeCount: number;
  tween: Tween;
  /** How far along the tween is in the frame being drawn. */
  progress: number;
  /** How far the messages of all nodes have come along all lines, 0…1; null when none are seen. */
  pulse: number | null;
  /** Whether any node is, was or becomes faded in this tween. */
  fading: boolean;
  /** (N) 1 for each node with a ring around it; null for none. */
  marks: Uint8Array | null;
  /** Factor on all radii, for the room there is. */
  nodeScale: number;
  lines: Lines;
  /** Which of the lines are straight, and which are not: several between the same nodes, and those from a node to itself. */
  straight: Int32Array;
  curved: Int32Array;
  /** The part of them that the frame being drawn adds; what was drawn before it, nodes too, stays as it is. */
  lineSpan: Span;
  look: Look;
  /** Counts changes of `marks` and `lines`. */
  shapeVersion: number;
}

/** Lines between points: the edges of a graph, or trails. */
export interface Lines {
  /** (L) point indices. */
  source: ArrayLike<number>;
  target: ArrayLike<number>;
  /** Whether each ends in an arrowhead at the rim of its target. */
  directed: boolean;
  /** (L) pixels that each bends to the left of the middle, seen along it; absent when none does. */
  offsets?: Float32Array;
  /** (L, 4) RGBA bytes; absent when all look alike. */
  colours?: Uint8Array;
}

export interface Look {
  paper: Colour;
  ink: Colour;
  line: Colour;
  /** Of messages. */
  ember: Colour;
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
    pulse: null,
    fading: false,
    marks: null,
    nodeScale: 1,
    lines: { source: [], target: [], directed: false },
    straight: new Int32Array(),
    curved: new Int32Array(),
    lineSpan: ALL,
    look: { paper: none, ink: none, line: none, ember: none, lineWidth: 1, head: 0, outline: 0 },
    shapeVersion: 1,
  };
}

/** (L) whether each line is drawn as a curve. */
export function isCurved({ source, target, offsets }: Lines, line: number): boolean {
  return source[line] === target[line] || (offsets?.[line] ?? 0) !== 0;
}
