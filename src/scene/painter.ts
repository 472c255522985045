import type { Point } from './lasso';
import { beadsOf, type Message, type Spot } from './messages';
import type { Stage } from './stage';
import * as strokes from './strokes';
import type { Colour, SceneTheme } from './theme';
import { colourAt } from './tween';

/** What the 2-D layers show in one frame. */
export interface Overlay {
  theme: SceneTheme;
  stage: Stage;
  /** Where a node is on the canvas in this frame. */
  at(node: number): Spot;
  focus: number | null;
  incoming: Message[];
  /** How far messages have come (see `beadsOf`); null when none are under way. */
  travelled: number | null;
  hovered: number | null;
  /** Lines of the hovered node's card, the first its title; null for none. */
  card: string[] | null;
  /** Outlines around groups of nodes, each by its corners. */
  hulls: { corners: number[]; colour: Colour }[];
  /** Nodes that were put where they are by hand. */
  pinned: number[];
  /** A lasso being drawn; null when there is none. */
  lasso: Point[] | null;
  /** Nodes whose names may be shown, the most important first. */
  named: number[];
  name(node: number): string;
  /** Of the canvas. */
  width: number;
  height: number;
}

/** Under the nodes: outlines of groups, and the edges and messages of the focus. */
export function paintUnder(context: CanvasRenderingContext2D, overlay: Overlay): void {
  const { theme, at, focus, incoming, travelled } = overlay;
  for (const { corners, colour } of overlay.hulls) strokes.hull(context, corners.map(at), colour);
  if (focus === null) return;
  for (const { from, strength } of incoming) {
    strokes.incoming(context, at(from), at(focus), theme.ember, strength, incoming.length);
  }
  if (travelled !== null && travelled <= 1) paintBeads(context, overlay, focus, travelled);
}

function paintBeads(context: CanvasRenderingContext2D, overlay: Overlay, focus: number, travelled: number): void {
  for (const bead of beadsOf(overlay.incoming, overlay.at, focus, travelled)) {
    strokes.bead(context, bead, ownColour(overlay, bead.from), overlay.theme.ember);
  }
}

/** Over the nodes: names, the focus and its own, then the node under the pointer and what is known of it. */
export function paintOver(context: CanvasRenderingContext2D, overlay: Overlay): void {
  const { theme, at, focus, travelled, hovered, card, name, width } = overlay;
  for (const node of overlay.pinned) strokes.pin(context, at(node), theme.paper);
  strokes.nodeNames(context, namesInView(overlay), theme);
  if (focus !== null) {
    strokes.focus(context, at(focus), ownColour(overlay, focus), theme);
    // Once inside the focus they are seen upon it.
    if (travelled !== null && travelled > 1) paintBeads(context, overlay, focus, travelled);
    strokes.focusName(context, at(focus), name(focus), theme);
  }
  if (overlay.lasso) strokes.lasso(context, overlay.lasso, theme.ember);
  // Of the focus all is said elsewhere; a card would cover its messages.
  if (hovered === null || hovered === focus) return;
  strokes.ring(context, at(hovered), theme.ink);
  if (card) strokes.card(context, at(hovered), card, theme, width);
}

/** Its colour in this frame, not faded. */
function ownColour({ stage }: Overlay, node: number) {
  const [red, green, blue] = colourAt(stage.tween, node, stage.progress);
  return [red, green, blue, 255] as const;
}

/** Nodes that are drawn smaller than this have no name beside them. */
const LEAST_NAMED = 5;

function* namesInView({ named, at, focus, hovered, stage, name, width, height }: Overlay): Generator<[Spot, string]> {
  for (const node of named) {
    // Said already, and larger.
    if (node === focus || node === hovered) continue;
    const spot = at(node);
    if (spot.radius < LEAST_NAMED * stage.nodeScale) continue;
    if (spot.x >= 0 && spot.x <= width && spot.y >= 0 && spot.y <= height) yield [spot, name(node)];
  }
}
