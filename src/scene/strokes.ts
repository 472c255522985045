import type { Point } from './lasso';
import type { Spot } from './messages';
import { type Colour, css, faint, type SceneTheme } from './theme';

/** Single strokes of the 2-D layers. All measures are CSS pixels. Text on a canvas is text: markup in it stays as written. */

type Context = CanvasRenderingContext2D;

/** So many edges are drawn in full around one node; more are drawn finer and fainter, so that the graph is seen between them. */
const FULL_EDGES = 48;

/** An edge that the focus hears along, one of `count`: wider the more it hears. */
export function incoming(context: Context, from: Spot, to: Spot, ember: Colour, strength: number, count: number): void {
  const share = Math.min(1, FULL_EDGES / count);
  context.strokeStyle = css(faint(ember, Math.max(0.18, share ** 0.6)));
  context.lineWidth = (1 + 1.75 * strength) * Math.max(0.4, Math.sqrt(share));
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** A message in its sender's colour. */
export function bead(context: Context, spot: Spot, fill: Colour, ember: Colour): void {
  context.fillStyle = css(fill);
  context.strokeStyle = css(ember);
  context.lineWidth = 1.5;
  disc(context, spot);
  context.fill();
  context.stroke();
}

/** The node in focus once more, so that no other covers it, ringed in ink. */
export function focus(context: Context, { x, y, radius }: Spot, fill: Colour, { paper, ink }: SceneTheme): void {
  const wide = Math.max(radius, 4) + 1.5;
  context.fillStyle = css(paper);
  disc(context, { x, y, radius: wide + 3 });
  context.fill();
  context.fillStyle = css(fill);
  context.strokeStyle = css(ink);
  context.lineWidth = 3;
  disc(context, { x, y, radius: wide });
  context.fill();
  context.stroke();
}

/** Pixels between the outermost nodes of a group and its outline. */
const HULL_GAP = 10;

/**
 * A wash and an outline with round corners around a group of nodes, which keep off them.
 *
 * @param corners of their convex hull, counter-clockwise as seen.
 */
export function hull(context: Context, corners: Spot[], colour: Colour): void {
  if (corners.length === 0) return;
  const gap = Math.max(...corners.map(({ radius }) => radius)) + HULL_GAP;
  const clockwise = corners.toReversed();
  context.beginPath();
  clockwise.forEach((corner, i) => {
    const before = clockwise.at(i - 1) ?? corner;
    const after = clockwise[(i + 1) % clockwise.length];
    if (clockwise.length === 1) context.arc(corner.x, corner.y, gap, 0, 2 * Math.PI);
    else context.arc(corner.x, corner.y, gap, outward(before, corner), outward(corner, after));
  });
  context.closePath();
  context.fillStyle = css(faint(colour, 0.09));
  context.fill();
  context.strokeStyle = css(faint(colour, 0.6));
  context.lineWidth = 1.25;
  context.stroke();
}

/** The angle of what lies outside of a side, for one who goes round clockwise. */
function outward(from: Spot, to: Spot): number {
  return Math.atan2(from.x - to.x, to.y - from.y);
}

/** What a lasso goes around so far. */
export function lasso(context: Context, path: Point[], ember: Colour): void {
  context.beginPath();
  for (const { x, y } of path) context.lineTo(x, y);
  context.fillStyle = css(faint(ember, 0.1));
  context.fill();
  context.strokeStyle = css(ember);
  context.lineWidth = 1.5;
  context.setLineDash([5, 4]);
  context.stroke();
  context.setLineDash([]);
}

/** A node that was put where it is. */
export function pin(context: Context, { x, y, radius }: Spot, paper: Colour): void {
  context.fillStyle = css(paper);
  disc(context, { x, y, radius: Math.max(1, 0.35 * radius) });
  context.fill();
}

/** The node under the pointer. */
export function ring(context: Context, { x, y, radius }: Spot, ink: Colour): void {
  context.strokeStyle = css(ink);
  context.lineWidth = 1.5;
  disc(context, { x, y, radius: radius + 2 });
  context.stroke();
}

export function focusName(context: Context, { x, y, radius }: Spot, text: string, theme: SceneTheme): void {
  context.font = `650 14px ${theme.font}`;
  const above = { x, y: Math.max(10, y - radius - 7) };
  name(context, beside(context, above, radius + 5, shortened(context, text, 220)), theme);
}

/** One line of text on a canvas. */
export interface Line {
  text: string;
  left: number;
  /** Its middle. */
  y: number;
  width: number;
}

/** Names among many, the first the most important: what would lie over another is left out. */
export function nodeNames(context: Context, spots: Iterable<[Spot, string]>, theme: SceneTheme): void {
  context.font = `500 11.5px ${theme.font}`;
  const written: Line[] = [];
  for (const [spot, text] of spots) {
    const line = beside(context, spot, spot.radius + 4, shortened(context, text, 160));
    if (written.some((other) => collide(line, other))) continue;
    name(context, line, theme);
    written.push(line);
  }
}

const LINE_HEIGHT = 14;

function collide(a: Line, b: Line): boolean {
  return Math.abs(a.y - b.y) < LINE_HEIGHT && a.left < b.left + b.width + 4 && b.left < a.left + a.width + 4;
}

/** Right of a place, or left of it where the canvas ends: all of it on the canvas. */
function beside(context: Context, { x, y }: { x: number; y: number }, gap: number, text: string): Line {
  const { width } = context.measureText(text);
  const fits = x + gap + width <= context.canvas.width / context.getTransform().a;
  return { text, left: fits ? x + gap : Math.max(4, x - gap - width), y, width };
}

/** With a halo of paper: legible over anything. */
function name(context: Context, { text, left, y }: Line, theme: SceneTheme): void {
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 3.5;
  context.strokeStyle = css(theme.paper);
  context.strokeText(text, left, y);
  context.fillStyle = css(theme.ink);
  context.fillText(text, left, y);
}

/** What is known of a node, beside it and inside the canvas. The first line is its name. */
export function card(
  context: Context,
  { x, y, radius }: Spot,
  lines: string[],
  theme: SceneTheme,
  width: number,
): void {
  const fontOf = (i: number) => (i === 0 ? `650 13px ${theme.font}` : `450 12px ${theme.font}`);
  const texts = lines.map((line, i) => {
    context.font = fontOf(i);
    const text = shortened(context, line, 240);
    return { text, width: context.measureText(text).width };
  });
  const across = Math.max(...texts.map((text) => text.width)) + 20;
  const down = 14 + 17 * texts.length;
  const right = x + radius + 12;
  const left = right + across > width - 8 ? Math.max(8, x - radius - 12 - across) : right;
  const top = Math.max(8, y - down / 2);

  context.save();
  context.shadowColor = 'rgb(30 20 10 / 18%)';
  context.shadowBlur = 16;
  context.shadowOffsetY = 4;
  context.fillStyle = css(theme.raised);
  context.beginPath();
  context.roundRect(left, top, across, down, 8);
  context.fill();
  context.restore();
  context.strokeStyle = css(theme.line);
  context.lineWidth = 1;
  context.stroke();

  context.textAlign = 'left';
  context.textBaseline = 'middle';
  texts.forEach(({ text }, i) => {
    context.font = fontOf(i);
    context.fillStyle = css(i === 0 ? theme.ink : theme.muted);
    context.fillText(text, left + 10, top + 7 + 17 * (i + 0.5));
  });
}

function disc(context: Context, { x, y, radius }: Spot): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}

/** The most characters of a text that can be worth measuring. */
const MOST_CHARACTERS = 400;

/** In one line, cut with an ellipsis to fit. */
function shortened(context: Context, text: string, width: number): string {
  const fits = (line: string) => context.measureText(line).width <= width;
  const line = text.slice(0, MOST_CHARACTERS).replace(/\s+/g, ' ');
  if (fits(line)) return line;
  // Characters as they are read, so that no cut goes through one.
  const characters = Array.from(line);
  let kept = 0;
  let tooMany = characters.length;
  while (tooMany - kept > 1) {
    const middle = (kept + tooMany) >> 1;
    if (fits(`${characters.slice(0, middle).join('')}…`)) kept = middle;
    else tooMany = middle;
  }
  return `${characters.slice(0, kept).join('')}…`;
}
