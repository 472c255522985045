import type Sigma from 'sigma';
import { DIMMED } from '../encoding/presence';
import { hullsOf } from './hull';
import { EMPTY, type SceneInput } from './input';
import type { Point } from './lasso';
import { addLayer } from './layer';
import type { Spot } from './messages';
import { nodesToName } from './names';
import { type Overlay, paintOver, paintUnder } from './painter';
import type { Stage } from './stage';
import type { SceneTheme } from './theme';
import { spotOf, viewOf } from './view';

/** What the pointer changes: painted over the nodes, and none of their own looks. */
const OVER_NODES: readonly string[] = ['hovered', 'card', 'remarks'] satisfies (keyof SceneInput)[];

export function sameButForOverlays(before: SceneInput, next: SceneInput): boolean {
  const names = Object.keys({ ...before, ...next }) as (keyof SceneInput)[];
  return names.every((name) => OVER_NODES.includes(name) || before[name] === next[name]);
}

/** What a scene has besides nodes and lines, on two 2-D layers: one under the nodes, one over them. */
export interface Overlays {
  /** Paints this from now on. */
  show(input: SceneInput): void;
  /** A lasso is drawn along these places, or none is (null). */
  setLasso(path: Point[] | null): void;
  /** Names are chosen anew: nodes are elsewhere now. */
  forgetNames(): void;
  /** Both layers, as the frame being drawn has the nodes. */
  paint(): void;
  /** The same by strokes of another context. @param beneath @param above what lies below each, drawn when they are called. */
  paintWith(beneath: () => CanvasRenderingContext2D, above: () => CanvasRenderingContext2D): void;
  /** Where a node is on the canvas in the frame being drawn. */
  spots(): (node: number) => Spot;
}

/** What of the scene they ask for in each frame. */
interface Around {
  theme(): SceneTheme;
  /** How far messages have come; null when there are none. */
  travelled(): number | null;
  /** On all radii. */
  radiusFactor(): number;
  /** Whether nodes have been at rest long enough for names. */
  settled(): boolean;
}

export function createOverlays(sigma: Sigma, stage: Stage, around: Around): Overlays {
  const under = addLayer(sigma, 'under', 'nodes');
  const over = addLayer(sigma, 'over', 'mouse');
  let input = EMPTY;
  /** Corners of the outline of each group, by node. */
  let hulls: number[][] = [];
  let lasso: Point[] | null = null;
  /** Nodes whose names may be shown, and the zoom they were chosen for. */
  let named: { nodes: number[]; level: number } | null = null;
  /** Whether both layers are empty. */
  let blank = true;

  function show(next: SceneInput) {
    const outlined = [input, next].map(({ groups, places, colours }) => [groups, places, colours]);
    if (outlined[0].some((part, i) => part !== outlined[1][i])) hulls = outlines(next);
    input = next;
  }

  function namesToShow(): number[] {
    if (!around.settled()) return [];
    const level = Math.round(Math.log2(viewOf(sigma).scale));
    if (named?.level !== level) named = { nodes: nodesToName(input, level), level };
    return named.nodes;
  }

  function nothingToPaint(): boolean {
    const { focus, hovered, pinned } = input;
    const ofNodes = focus !== null || hovered !== null || pinned.length > 0;
    return !ofNodes && hulls.length === 0 && lasso === null && namesToShow().length === 0;
  }

  /** Layers that are empty and stay so are left alone. */
  function paint() {
    const bare = nothingToPaint();
    if (!bare || !blank) paintWith(under.clear, over.clear);
    blank = bare;
  }

  function paintWith(beneath: () => CanvasRenderingContext2D, above: () => CanvasRenderingContext2D) {
    const { graph, focus, incoming, hovered, groups, pinned } = input;
    const { width, height } = sigma.getDimensions();
    const theme = around.theme();
    const overlay: Overlay = {
      ...{ theme, stage, focus, incoming, hovered, pinned, lasso, width, height },
      at: spots(),
      travelled: around.travelled(),
      named: namesToShow(),
      name: graph.name,
      card: input.card && hovered !== null ? [...graph.describe(hovered), ...input.remarks(hovered)] : null,
      hulls: hulls.map((corners, group) => ({ corners, colour: groups?.colours[group] ?? theme.line })),
    };
    paintUnder(beneath(), overlay);
    paintOver(above(), overlay);
  }

  function spots(): (node: number) => Spot {
    const [view, zoom] = [viewOf(sigma), around.radiusFactor()];
    return (node) => spotOf(stage, node, view, zoom);
  }

  return {
    show,
    setLasso(path) {
      lasso = path;
    },
    forgetNames() {
      named = null;
    },
    paint,
    paintWith,
    spots,
  };
}

function outlines({ groups, places, colours }: SceneInput): number[][] {
  return groups ? hullsOf(groups.of, groups.colours.length, places, (node) => colours[4 * node + 3] > DIMMED) : [];
}
