import { beadsOf, type Message, type Spot } from './messages';
import type { Stage } from './stage';
import * as strokes from './strokes';
import { faint, type SceneTheme } from './theme';
import { colourAt } from './tween';

/** What the 2-D layers show in one frame. */
export interface Overlay {
  theme: SceneTheme;
  stage: Stage;
  /** Where a node is on the canvas in this frame. */
  at(node: number): Spot;
  focus: number | null;
  incoming: Message[];
  /** How far messages have come along their edges, 0…1; null when none are under way. */
  travelled: number | null;
  hovered: number | null;
  name(node: number): string;
  /** Lines of a node's card, the first its title. */
  describe(node: number): string[];
  /** Of the canvas. */
  width: number;
}

/** Under the nodes: self-loops, and the edges and messages of the focus. */
export function paintUnder(context: CanvasRenderingContext2D, overlay: Overlay): void {
  const { theme, stage, at, focus, incoming, travelled } = overlay;
  for (const node of stage.loops) {
    const presence = colourAt(stage.tween, node, stage.progress)[3] / 255;
    strokes.loop(context, at(node), faint(stage.look.line, presence), stage.look.lineWidth);
  }
  if (focus === null) return;
  for (const { from, strength } of incoming) strokes.incoming(context, at(from), at(focus), theme.ember, strength);
  if (travelled === null) return;
  for (const bead of beadsOf(incoming, at, focus, travelled)) {
    strokes.bead(context, bead, ownColour(overlay, bead.from), theme.ember);
  }
}

/** Over the nodes: the focus and its name, then the node under the pointer and what is known of it. */
export function paintOver(context: CanvasRenderingContext2D, overlay: Overlay): void {
  const { theme, at, focus, hovered, name, describe, width } = overlay;
  if (focus !== null) {
    strokes.focus(context, at(focus), ownColour(overlay, focus), theme);
    strokes.focusName(context, at(focus), name(focus), theme);
  }
  // Of the focus all is said elsewhere; a card would cover its messages.
  if (hovered === null || hovered === focus) return;
  strokes.ring(context, at(hovered), theme.ink);
  strokes.card(context, at(hovered), describe(hovered), theme, width);
}

/** Its colour in this frame, not faded. */
function ownColour({ stage }: Overlay, node: number) {
  const [red, green, blue] = colourAt(stage.tween, node, stage.progress);
  return [red, green, blue, 255] as const;
}
