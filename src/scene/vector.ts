import { curvedShape, straightShape } from './line-shape';
import type { Spot } from './messages';
import { isCurved, type Stage } from './stage';
import { type Colour, css, faint } from './theme';
import { colourAt } from './tween';

/**
 * What the programs draw, by strokes of a 2-D context: for pictures made of shapes instead of pixels. Both must look alike, so
 * what is computed here is what `gl/edge-data.ts` and `gl/discs.ts` compute.
 */

/** @param at where a point is in pixels, and its radius. @param zoom pixels drawn to a pixel at the home camera. */
export function strokeLines(
  context: CanvasRenderingContext2D,
  stage: Stage,
  at: (point: number) => Spot,
  zoom: number,
): void {
  const { lines, look } = stage;
  const wide = look.lineWidth * Math.sqrt(zoom);
  context.lineWidth = Math.max(0.5, wide);
  for (let line = 0; line < lines.source.length; line++) {
    const shape = shapeOf(stage, line, at, zoom);
    if (!shape) continue;
    const { from, bends, neck, head } = shape;
    context.strokeStyle = css(faint(lineColour(stage, line, 1), Math.min(1, 2 * wide)));
    context.beginPath();
    context.moveTo(from.x, from.y);
    if (bends) context.bezierCurveTo(bends[0].x, bends[0].y, bends[1].x, bends[1].y, neck.x, neck.y);
    else context.lineTo(neck.x, neck.y);
    context.stroke();
    if (!head) continue;
    // A head is small: it is seen only when it is stronger than its line.
    context.fillStyle = css(lineColour(stage, line, 2.2));
    context.beginPath();
    for (const { x, y } of head) context.lineTo(x, y);
    context.closePath();
    context.fill();
  }
}

function shapeOf({ lines, look, nodeScale }: Stage, line: number, at: (point: number) => Spot, zoom: number) {
  const [from, to] = [lines.source[line], lines.target[line]];
  const target = at(to);
  const ends = {
    ...{ source: at(from), target, reach: target.radius + look.outline * nodeScale },
    head: lines.directed ? look.head * Math.sqrt(zoom) : 0,
  };
  if (!isCurved(lines, line)) return straightShape(ends);
  const offset = lines.offsets?.[line] ?? 0;
  return curvedShape(ends, from === to, offset, offset * Math.sqrt(zoom));
}

/** As `edgeColour` in `gl/edge-data.ts`. */
function lineColour(stage: Stage, line: number, strength: number): Colour {
  const { source, target, colours } = stage.lines;
  const { line: usual } = stage.look;
  const own = colours?.subarray(4 * line, 4 * line + 4) ?? NONE;
  const presence = Math.min(presenceOf(stage, source[line]), presenceOf(stage, target[line]));
  const seen = mix(0.1, mix(0.4, 1, presence), smoothstep(0.18, 0.34, presence));
  const alpha = Math.min(255, strength * usual[3] * mix(1, 1.6, own[3] / 255));
  const [red, green, blue] = mixed(usual, own, own[3] / 255);
  return [red, green, blue, alpha * seen];
}

const NONE = Uint8Array.of(0, 0, 0, 0);

/** Each disc on a wider one of paper, which keeps overlapping nodes apart; the faded first, so that they cover none. */
export function fillDiscs(context: CanvasRenderingContext2D, stage: Stage, at: (node: number) => Spot): void {
  const nodes = Array.from({ length: stage.nodeCount }, (_, node) => node);
  const isFaded = (node: number) => presenceOf(stage, node) < 0.9;
  const { paper, ink, outline } = stage.look;
  for (const node of [...nodes.filter(isFaded), ...nodes.filter((node) => !isFaded(node))]) {
    const { x, y, radius } = at(node);
    const presence = presenceOf(stage, node);
    const ring = stage.marks?.[node] ? Math.min(2, Math.max(1, 0.3 * radius)) : 0;
    fillDisc(context, x, y, radius + 2 * ring + outline * stage.nodeScale, css(paper));
    fillDisc(context, x, y, radius, css(mixed(paper, colourAt(stage.tween, node, stage.progress), presence)));
    if (ring === 0) continue;
    context.strokeStyle = css(mixed(paper, ink, presence));
    context.lineWidth = ring;
    context.beginPath();
    context.arc(x, y, radius + 1.5 * ring, 0, 2 * Math.PI);
    context.stroke();
  }
}

function fillDisc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, fill: string): void {
  context.fillStyle = fill;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}

function presenceOf({ tween, progress }: Stage, point: number): number {
  return colourAt(tween, point, progress)[3] / 255;
}

/** So much of the one colour over the other, opaque. */
function mixed(under: ArrayLike<number>, over: ArrayLike<number>, share: number): Colour {
  const part = (channel: number) => Math.round(mix(under[channel], over[channel], share));
  return [part(0), part(1), part(2), 255];
}

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function smoothstep(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}
