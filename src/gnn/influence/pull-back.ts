import { type Tensor2D, zerosLike } from '@tensorflow/tfjs-core';
import type { FeatureMatrix, Graph } from '../../graph/graph';
import { wiringOf } from '../../graph/wiring/wiring';
import { factsOf } from '../../recipe/facts';
import type { Recipe } from '../../recipe/recipe';
import { isSparse, type LayerParameters } from '../layers/convolution';
import { featuresOnDevice, messagesOnDevice } from '../models/device';
import { messagesOf } from '../models/messages';
import type { StateDict } from '../models/parameters';
import { nextHop, type Stack } from '../models/stack';
import { gradients } from './gradients';
import { partOfMessages, partOfRows } from './part';
import { openSparseInput } from './sparse-input';

/** A trace as a run leaves it on the host: what is differentiated. */
export interface Traced {
  graph: Graph;
  recipe: Recipe;
  /** (K+1) H at each hop; hop 0 may be sparse. */
  hops: FeatureMatrix[];
  parameters: StateDict;
}

/** Copies of a part of a trace on the device, to be differentiated layer by layer, at the numbers of the trace. */
export interface Part {
  /** Ascending. */
  nodes: Int32Array;
  copies: number;
  /**
   * From derivatives by H^{layer+1} to those by H^layer and, where the layer looks back at it, by H⁰. Rows are nodes, copy after
   * copy: (copies · nodes, widths[layer+1]) → (copies · nodes, widths[layer]). Call it inside `tidy`.
   *
   * By a sparse H⁰ they come in other coordinates, narrower and of the same lengths: see `openSparseInput`.
   */
  pullBack(layer: number, derivative: Tensor2D): PulledBack;
  dispose(): void;
}

export interface PulledBack {
  previous: Tensor2D;
  initial: Tensor2D | null;
}

export interface PartOptions {
  /** Ascending. */
  nodes: Int32Array;
  copies: number;
  /** Where all columns are treated alike one of them is enough, and its numbers do not matter. */
  oneColumn: boolean;
}

/**
 * In evaluation mode: nothing is dropped, and norms that remember statistics hold them fast. Rows and messages of other nodes
 * are left out, so derivatives may only be other than zero where nothing of them is heard.
 *
 * @param parameters of the trace, on the device.
 */
export async function openPart(trace: Traced, parameters: LayerParameters, options: PartOptions): Promise<Part> {
  const { graph, recipe, hops } = trace;
  const { nodes, copies, oneColumn } = options;
  const rowsAt = (hop: number) =>
    featuresOnDevice(oneColumn ? zeroColumn(copies * nodes.length) : partOfRows(hops[hop], nodes, copies));
  const heardIn = (along: Graph) =>
    messagesOnDevice(messagesOf(along, recipe).map((each) => partOfMessages(each, nodes, copies)));
  const wiring = wiringOf(graph, recipe);
  const propagation = heardIn(wiring.graph);
  const lastPropagation = wiring.last && heardIn(wiring.last);
  const initial = rowsAt(0);
  const stack: Stack = {
    ...{ recipe, propagation: propagation.value, lastPropagation: lastPropagation?.value, copies },
    // Biases are as wide as the rows, and do not move with them.
    parameters: oneColumn ? {} : parameters,
    shape: { classes: factsOf(graph).classes },
    dropoutSeed: null,
    statistics: 'evaluation',
  };
  const sparse = isSparse(initial.value) ? await openSparseInput(stack, initial.value) : null;
  return {
    nodes,
    copies,
    pullBack(layer, derivative) {
      if (layer === 0 && sparse) return { previous: sparse.pullBack(derivative), initial: null };
      // Made inside the caller's tidy, which disposes it.
      const x = rowsAt(layer).value;
      if (isSparse(x)) throw new Error('Only hop 0 can be sparse.');
      const inputs = isSparse(initial.value) ? [x] : [x, initial.value];
      const [previous, home = null] = gradients(() => nextHop(stack, layer, x, initial.value), inputs, derivative);
      return { previous: previous ?? zerosLike(x), initial: home };
    },
    dispose() {
      for (const one of [propagation, lastPropagation, initial, sparse]) one?.dispose();
    },
  };
}

function zeroColumn(rows: number): FeatureMatrix {
  return { kind: 'dense', rows, columns: 1, data: new Float32Array(rows) };
}
