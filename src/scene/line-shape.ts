import type { Point } from './lasso';
import type { Spot } from './messages';

/** One line as it is drawn, in pixels. */
export interface LineShape {
  from: Point;
  /** What a curve bends towards on its way; null for a straight line. */
  bends: readonly [Point, Point] | null;
  /** Where the shaft ends, which the head begins at. */
  neck: Point;
  /** Corners of its arrowhead, the tip first; null for none. */
  head: readonly [Point, Point, Point] | null;
}

interface Ends {
  source: Spot;
  target: Spot;
  /** How far from the middle of the target a head ends. */
  reach: number;
  /** Length of an arrowhead; 0 for none. */
  head: number;
}

/** Half the width of a head to its length. */
const SLENDER = 0.42;

/** As `LINE_SHAPE` in `gl/lines.ts`; null where both ends are in one place. */
export function straightShape({ source, target, reach, head: most }: Ends): LineShape | null {
  const length = Math.hypot(target.x - source.x, target.y - source.y);
  if (length === 0) return null;
  const along = { x: (target.x - source.x) / length, y: (target.y - source.y) / length };
  const head = Math.min(most, Math.max(0, length - reach) / 2);
  const tip = moved(target, along, head > 0 ? -reach : 0);
  const neck = moved(tip, along, -head);
  return { from: source, bends: null, neck, head: headAt(neck, tip, head) };
}

/**
 * As `CURVE_SHAPE` in `gl/curves.ts`, which has y upwards.
 *
 * @param loop whether both ends are the same node. @param offset as `Lines.offsets`. @param bend that in pixels.
 */
export function curvedShape(ends: Ends, loop: boolean, offset: number, bend: number): LineShape {
  const { source, target, reach } = ends;
  const [first, second] = loop ? loopBends(source, reach, offset) : curveBends(source, target, bend);
  const far = Math.max(Math.hypot(target.x - second.x, target.y - second.y), 1e-6);
  const along = { x: (target.x - second.x) / far, y: (target.y - second.y) / far };
  // Near its end a curve is its last tangent, three times as long.
  const head = Math.min(ends.head, Math.max(0, 3 * far - reach) / 2);
  const stop = head > 0 ? 1 - (reach + head) / (3 * far) : 1;
  const { bends, end } = beginning([source, first, second, target], stop);
  return { from: source, bends, neck: end, head: headAt(end, moved(target, along, -reach), head) };
}

/** A loop over the shoulder of its node. */
function loopBends(node: Spot, reach: number, offset: number): [Point, Point] {
  const angle = 2.2 + offset * 0.06;
  const size = 2.4 * reach + 14;
  const at = (turn: number) => ({ x: node.x + size * Math.cos(turn), y: node.y - size * Math.sin(turn) });
  return [at(angle + 0.5), at(angle - 0.5)];
}

function curveBends(source: Spot, target: Spot, bend: number): [Point, Point] {
  const way = { x: target.x - source.x, y: target.y - source.y };
  const length = Math.max(Math.hypot(way.x, way.y), 1e-6);
  // Short ones bend less: a curve is never rounder than a half circle.
  const aside = (Math.max(-0.5 * length, Math.min(0.5 * length, bend)) * 4) / 3;
  const at = (share: number) => ({
    x: source.x + way.x * share + (way.y / length) * aside,
    y: source.y + way.y * share - (way.x / length) * aside,
  });
  return [at(1 / 3), at(2 / 3)];
}

/** The part of a Bézier curve up to `t`, by de Casteljau's halving. */
function beginning([a, b, c, d]: readonly [Point, Point, Point, Point], t: number) {
  const [ab, bc, cd] = [between(a, b, t), between(b, c, t), between(c, d, t)];
  const [abc, bcd] = [between(ab, bc, t), between(bc, cd, t)];
  return { bends: [ab, abc] as const, end: between(abc, bcd, t) };
}

function headAt(neck: Point, tip: Point, head: number): LineShape['head'] {
  if (head <= 0) return null;
  const long = Math.max(Math.hypot(tip.x - neck.x, tip.y - neck.y), 1e-6);
  const across = { x: -(tip.y - neck.y) / long, y: (tip.x - neck.x) / long };
  return [tip, moved(neck, across, SLENDER * head), moved(neck, across, -SLENDER * head)];
}

function moved(from: Point, along: Point, way: number): Point {
  return { x: from.x + along.x * way, y: from.y + along.y * way };
}

function between(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}
