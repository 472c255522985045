import { graphFromPlain } from '../from-plain';
import type { Graph } from '../graph';
import type { PlainNode } from '../plain';
import { checkWhole } from './parameters';

/**
 * A grid with given coordinates: node (row, column) stands at x = column, y = −row, so row 0 is at the top. The class is the
 * quadrant; a middle row or column counts to the south and the east.
 *
 * @param rows 2…300
 * @param columns 2…300
 */
export function grid({ rows, columns }: { rows: number; columns: number }): Graph {
  checkWhole('rows', rows, 2, 300);
  checkWhole('columns', columns, 2, 300);
  const nodes: PlainNode[] = [];
  const labels: number[] = [];
  const edges: [number, number][] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const node = nodes.length;
      nodes.push({ id: String(node), x: column, y: 0 - row });
      labels.push((row < Math.floor(rows / 2) ? 0 : 2) + (column < Math.floor(columns / 2) ? 0 : 1));
      if (column + 1 < columns) edges.push([node, node + 1]);
      if (row + 1 < rows) edges.push([node, node + columns]);
    }
  }
  return graphFromPlain({
    name: 'Grid',
    nodes,
    edges,
    labels,
    classes: ['North-west', 'North-east', 'South-west', 'South-east'],
  });
}
