import type { Spot } from './messages';
import { type Colour, css, type SceneTheme } from './theme';

/** Single strokes of the 2-D layers. All measures are CSS pixels. Text on a canvas is text: markup in it stays as written. */

type Context = CanvasRenderingContext2D;

/** An edge that the focus hears along: wider the more it hears. */
export function incoming(context: Context, from: Spot, to: Spot, ember: Colour, strength: number): void {
  const width = 1 + 1.75 * strength;
  if (from.x === to.x && from.y === to.y) {
    loop(context, to, ember, width);
    return;
  }
  context.strokeStyle = css(ember);
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(from.x, from.y);
  context.lineTo(to.x, to.y);
  context.stroke();
}

/** An edge from a node to itself: a loop over its shoulder. */
export function loop(context: Context, { x, y, radius }: Spot, line: Colour, width: number): void {
  const shift = radius * 0.8;
  context.strokeStyle = css(line);
  context.lineWidth = width;
  disc(context, { x: x - shift, y: y - shift, radius: Math.max(3, radius * 0.8) });
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

/** The node under the pointer. */
export function ring(context: Context, { x, y, radius }: Spot, ink: Colour): void {
  context.strokeStyle = css(ink);
  context.lineWidth = 1.5;
  disc(context, { x, y, radius: radius + 2 });
  context.stroke();
}

export function focusName(context: Context, { x, y, radius }: Spot, text: string, theme: SceneTheme): void {
  context.font = `650 14px ${theme.font}`;
  name(context, shortened(context, text, 220), { x, y: Math.max(10, y - radius - 7) }, radius + 5, theme);
}

/** A name among many. */
export function nodeName(context: Context, { x, y, radius }: Spot, text: string, theme: SceneTheme): void {
  context.font = `500 11.5px ${theme.font}`;
  name(context, shortened(context, text, 160), { x, y }, radius + 4, theme);
}

/** Written right of a place, or left of it where the canvas ends, with a halo of paper: legible over anything, and all of it on the canvas. */
function name(
  context: Context,
  text: string,
  { x, y }: { x: number; y: number },
  gap: number,
  theme: SceneTheme,
): void {
  const across = context.measureText(text).width;
  const fits = x + gap + across <= context.canvas.width / context.getTransform().a;
  const left = fits ? x + gap : Math.max(4, x - gap - across);
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
