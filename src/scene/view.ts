import type Sigma from 'sigma';
import { inside, type Point } from './lasso';
import type { Spot } from './messages';
import type { Stage } from './stage';
import { colourAt, placeAt, radiusAt } from './tween';

/** Where the frame is on the canvas: its middle, and pixels to one unit. */
export interface View {
  x: number;
  y: number;
  scale: number;
}

/** In the frame being drawn. */
export function viewOf(sigma: Sigma): View {
  const middle = sigma.framedGraphToViewport({ x: 0.5, y: 0.5 });
  const right = sigma.framedGraphToViewport({ x: 1, y: 0.5 });
  return { ...middle, scale: right.x - middle.x };
}

/** From the canvas to the frame. */
export function inFrame(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.scale, y: (view.y - y) / view.scale };
}

/** Where a node is on the canvas, and how large. @param zoom factor on all radii. */
export function spotOf({ tween, progress }: Stage, node: number, view: View, zoom: number): Spot {
  const { x, y } = placeAt(tween, node, progress);
  return {
    x: view.x + x * view.scale,
    y: view.y - y * view.scale,
    radius: radiusAt(tween, node, progress) * zoom,
  };
}

/** Nodes that a lasso goes around. @param drawn on the canvas. @param u how far along the tween is. */
export function nodesInside({ tween, nodeCount }: Stage, drawn: Point[], view: View, u: number): number[] {
  const nodes: number[] = [];
  for (let v = 0; v < nodeCount; v++) {
    const { x, y } = placeAt(tween, v, u);
    if (inside(drawn, view.x + x * view.scale, view.y - y * view.scale)) nodes.push(v);
  }
  return nodes;
}

/** What is drawn of the nodes, in the frame: (N, 2) places, (N) radii, (N, 4) colours, (N) rings. @param u how far along the tween is. */
export function nodesDrawn({ tween, nodeCount, marks }: Stage, u: number) {
  const positions = new Float32Array(2 * nodeCount);
  const radii = new Float32Array(nodeCount);
  const colours = new Uint8Array(4 * nodeCount);
  for (let v = 0; v < nodeCount; v++) {
    const { x, y } = placeAt(tween, v, u);
    positions.set([x, y], 2 * v);
    radii[v] = radiusAt(tween, v, u);
    colours.set(colourAt(tween, v, u), 4 * v);
  }
  return { positions, radii, colours, marks: marks?.slice() ?? new Uint8Array(nodeCount) };
}
