import { add, concat, div, reshape, slice, sum, type Tensor, type Tensor2D } from '@tensorflow/tfjs-core';
import { type GraphSize, type Held, type LayerCall, type LayerShape, own } from './convolution';

/** The heads of a layer with attention: how wide each is, how they take turns, and how they are joined. */

/** Columns of one head, C: the heads share the output when side by side, and each has all of it when averaged. */
export function headWidth({ outputs, heads, concat: sideBySide }: LayerShape): number {
  return sideBySide ? outputs / heads : outputs;
}

/** How many tensors of a kind a layer makes for its heads. */
interface Made {
  /** (N, heads · C). */
  rows: number;
  /** (entries, heads). */
  entries: number;
  /** Likewise because edges have features: (N, heads · D) and (entries, heads). */
  edgeRows?: number;
  edgeEntries?: number;
}

/** What all heads hold at once: those that take turns stay until they are joined. */
export function heldByHeads(shape: LayerShape, { nodes, entries }: GraphSize, made: Made): Held {
  const { heads, edgeColumns } = shape;
  const width = headWidth(shape);
  const ofEdges = edgeColumns > 0 ? (made.edgeEntries ?? 0) : 0;
  const ofNode = made.rows * width + (made.edgeRows ?? 0) * edgeColumns;
  return {
    numbers: heads * (nodes * ofNode + entries * (made.entries + ofEdges)),
    what: `${heads === 1 ? 'the head' : `${heads} heads`} of ${width} columns`,
  };
}

/** Some of a layer's heads: the call as if it had no others, with their own parameters alone. */
export interface HeadGroup extends LayerCall {
  /** The first of them, and how many the layer has in all. */
  firstHead: number;
  allHeads: number;
}

/**
 * Computes the heads of a layer in groups, as few as keep every (entries, heads), (N, heads · C) and (N, heads · D) within
 * `largestTensor`. Heads know nothing of each other, so taking turns changes nothing.
 *
 * @param names parameters that each head has for itself, (heads · C, …) or (1, heads, C), the first of them always there.
 */
export function byHeads(
  call: LayerCall,
  names: readonly string[],
  compute: (group: HeadGroup) => Tensor2D,
): Tensor2D[] {
  const { heads, parameters, propagation, largestTensor } = call;
  const [{ operand, edges }] = propagation;
  const width = Math.max(own<Tensor2D>(parameters, names[0]).shape[0] / heads, edges?.shape[1] ?? 0);
  const fitting = Math.floor(largestTensor / (4 * Math.max(operand.entries, operand.rows * width)));
  const size = Math.max(1, Math.min(heads, fitting));
  return Array.from({ length: Math.ceil(heads / size) }, (_, i) => {
    const firstHead = i * size;
    const count = Math.min(size, heads - firstHead);
    const parts = names.flatMap((name) => {
      const whole = parameters[name];
      return whole ? [[name, partOf(whole, firstHead, count, heads)] as const] : [];
    });
    return compute({ ...call, heads: count, parameters: Object.fromEntries(parts), firstHead, allHeads: heads });
  });
}

/** What of a parameter belongs to `count` of its `heads`. */
function partOf(parameter: Tensor, first: number, count: number, heads: number): Tensor {
  if (count === heads) return parameter;
  const shape: number[] = parameter.shape;
  const shared = shape.length === 3 ? 1 : 0;
  const each = shape[shared] / heads;
  const begin = shape.map((_, i) => (i === shared ? first * each : 0));
  const size = shape.map((side, i) => (i === shared ? count * each : side));
  return slice(parameter, begin, size);
}

/** The heads of all groups, (N, heads · C), side by side or their mean (N, C). */
export function joinHeads(groups: Tensor2D[], { heads, concat: sideBySide }: LayerCall): Tensor2D {
  if (sideBySide || heads === 1) return groups.length === 1 ? groups[0] : concat(groups, 1);
  const width = groups.reduce((columns, { shape }) => columns + shape[1], 0) / heads;
  const sums = groups.map((rows) => sum<Tensor2D>(reshape(rows, [rows.shape[0], -1, width]), 1));
  return div(
    sums.reduce((total, part) => add(total, part)),
    heads,
  );
}
