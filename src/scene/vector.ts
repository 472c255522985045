import type { Spot } from './messages';
import type { Stage } from './stage';
import { type Colour, css, faint } from './theme';
import { colourAt } from './tween';

/**
 * What the programs draw, by strokes of a 2-D context: for pictures made of shapes instead of pixels. Both must look alike, so
 * what is computed here is what `gl/lines.ts` and `gl/discs.ts` compute.
 */

/** @param at where a point is in pixels, and its radius. @param zoom pixels drawn to a pixel at the home camera. */
export function strokeLines(
  context: CanvasRenderingContext2D,
  stage: Stage,
  at: (point: number) => Spot,
  zoom: number,
): void {
  const { lines, look, nodeScale } = stage;
  const wide = look.lineWidth * Math.sqrt(zoom);
  context.lineWidth = Math.max(0.5, wide);
  for (let line = 0; line < lines.source.length; line++) {
    const [from, to] = [lines.source[line], lines.target[line]];
    const [source, target] = [at(from), at(to)];
    const length = Math.hypot(target.x - source.x, target.y - source.y);
    if (length === 0) continue;
    const along = { x: (target.x - source.x) / length, y: (target.y - source.y) / length };
    const beside = (lines.offsets?.[line] ?? 0) * Math.sqrt(zoom);
    // The canvas has y downwards, the frame upwards: left of the line is the other way round here.
    const [aside, below] = [along.y * beside, -along.x * beside];
    const reach = Math.sqrt(Math.max(0, (target.radius + look.outline * nodeScale) ** 2 - beside ** 2));
    const head = lines.directed ? Math.min(look.head * Math.sqrt(zoom), Math.max(0, length - reach) / 2) : 0;
    const tip = length - (head > 0 ? reach : 0);
    const point = (way: number, side = 0) =>
      [source.x + along.x * way + aside + along.y * side, source.y + along.y * way + below - along.x * side] as const;

    const presence = Math.min(presenceOf(stage, from), presenceOf(stage, to));
    const seen = 0.4 + 0.6 * presence;
    context.strokeStyle = css(faint(look.line, seen * Math.min(1, 2 * wide)));
    context.beginPath();
    context.moveTo(...point(0));
    context.lineTo(...point(tip - head));
    context.stroke();
    if (head === 0) continue;
    const [red, green, blue, alpha] = look.line;
    context.fillStyle = css([red, green, blue, Math.min(255, 2.2 * alpha) * seen]);
    context.beginPath();
    context.moveTo(...point(tip));
    context.lineTo(...point(tip - head, 0.42 * head));
    context.lineTo(...point(tip - head, -0.42 * head));
    context.closePath();
    context.fill();
  }
}

/** Each disc on a wider one of paper, which keeps overlapping nodes apart; the faded first, so that they cover none. */
export function fillDiscs(context: CanvasRenderingContext2D, stage: Stage, at: (node: number) => Spot): void {
  const nodes = Array.from({ length: stage.nodeCount }, (_, node) => node);
  const isFaded = (node: number) => presenceOf(stage, node) < 0.9;
  const { paper, outline } = stage.look;
  for (const node of [...nodes.filter(isFaded), ...nodes.filter((node) => !isFaded(node))]) {
    const { x, y, radius } = at(node);
    fillDisc(context, x, y, radius + outline * stage.nodeScale, css(paper));
    fillDisc(context, x, y, radius, css(mixed(paper, colourAt(stage.tween, node, stage.progress))));
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

/** The colour as it looks on the paper. */
function mixed(paper: Colour, [red, green, blue, alpha]: Colour): Colour {
  const presence = alpha / 255;
  const mix = (under: number, over: number) => Math.round(under + (over - under) * presence);
  return [mix(paper[0], red), mix(paper[1], green), mix(paper[2], blue), 255];
}
