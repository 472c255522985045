import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import { checkWhole } from './parameters';

/**
 * Two cliques, the bells, at the ends of a path, the bar: the picture of a bottleneck. Numbered from left to right.
 *
 * @param bell nodes a bell, 3…300
 * @param bar nodes between the bells, 0…300
 */
export function barbell({ bell, bar }: { bell: number; bar: number }): Graph {
  checkWhole('bell', bell, 3, 300);
  checkWhole('bar', bar, 0, 300);
  const right = bell + bar;
  const nodes = right + bell;
  const edges: [number, number][] = [];
  for (const first of [0, right]) {
    for (let a = 0; a < bell; a++) for (let b = a + 1; b < bell; b++) edges.push([first + a, first + b]);
  }
  for (let v = bell; v <= right; v++) edges.push([v - 1, v]);
  const names = bar > 0 ? ['Left bell', 'Bar', 'Right bell'] : ['Left bell', 'Right bell'];
  return graphFromPlain({
    name: 'Barbell',
    nodes,
    edges,
    labels: Array.from({ length: nodes }, (_, v) => (v < bell ? 0 : v < right ? 1 : names.length - 1)),
    classes: names,
  });
}
