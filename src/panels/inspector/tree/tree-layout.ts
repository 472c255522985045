import type { Occurrence, TreeLevel } from '../../../engine/protocol';

/** An occurrence with its place in the picture, in CSS pixels from the tree's top left. */
export interface PlacedNode extends Omit<Occurrence, 'parent'> {
  hop: number;
  /** 0 is the root. */
  level: number;
  /** Its place on the level, from the left. */
  index: number;
  x: number;
  y: number;
  parent: PlacedNode | null;
  children: PlacedNode[];
  /** √ of its influence over the root's, 0…1: how wide its link is drawn. */
  strength: number;
  /** The same node stands on this level already: its vector is computed once, and heard again. */
  again: boolean;
}

export interface TreeShape {
  width: number;
  /** Kept free on the left for the hop's number, and on the right for how many more there are. */
  left: number;
  right: number;
  /** From one level to the next. */
  rise: number;
  top: number;
}

/** Every level spread evenly over the width; children stand in their parents' order, so that no links cross. */
export function placeTree(levels: readonly TreeLevel[], { width, left, right, rise, top }: TreeShape): PlacedNode[][] {
  const placed: PlacedNode[][] = [];
  const root = levels[0]?.shown[0]?.influence ?? 1;
  levels.forEach(({ hop, shown }, level) => {
    const room = (width - left - right) / shown.length;
    const seen = new Set<number>();
    placed.push(
      shown.map(({ parent, ...occurrence }, index) => {
        const above = placed[level - 1]?.[parent] ?? null;
        const node: PlacedNode = {
          ...occurrence,
          ...{ hop, level, index, parent: above, children: [] },
          x: left + (index + 0.5) * room,
          y: top + level * rise,
          strength: Math.sqrt(Math.min(1, occurrence.influence / root)),
          again: seen.has(occurrence.node),
        };
        seen.add(occurrence.node);
        above?.children.push(node);
        return node;
      }),
    );
  });
  return placed;
}

/** From the root to the node itself. */
export function walkTo(node: PlacedNode): PlacedNode[] {
  const walk: PlacedNode[] = [];
  for (let at: PlacedNode | null = node; at; at = at.parent) walk.unshift(at);
  return walk;
}

/** Where an arrow key goes from a node: down to the child that counts most, up to the parent, along the level. */
export function nextNode(levels: PlacedNode[][], from: PlacedNode, key: string): PlacedNode | null {
  const level = levels[from.level];
  switch (key) {
    case 'ArrowDown':
      return from.children[0] ?? levels[from.level + 1]?.[0] ?? null;
    case 'ArrowUp':
      return from.parent;
    case 'ArrowRight':
      return level[from.index + 1] ?? null;
    case 'ArrowLeft':
      return level[from.index - 1] ?? null;
    case 'Home':
      return levels[0][0];
    case 'End':
      return levels[levels.length - 1][0];
    default:
      return null;
  }
}
