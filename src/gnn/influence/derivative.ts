import {
  abs,
  add,
  div,
  max,
  maximum,
  mul,
  sqrt,
  square,
  squeeze,
  sum,
  type Tensor1D,
  type Tensor2D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { Part } from './pull-back';

/** Derivatives of one node's embedding on the device, (copies · nodes, C) each: a column of the embedding in every copy. */
export interface Derivative {
  /** By the rows of the hop it has been brought to. */
  previous: Tensor2D;
  /** By H⁰, from layers that look back at it; null as long as none has. */
  initial: Tensor2D | null;
}

/** Brings a derivative from H^{layer+1} to H^layer. What it is given is disposed. */
export function throughLayer(part: Part, layer: number, { previous, initial }: Derivative): Derivative {
  const [next, home = initial] = tidy(() => {
    const back = part.pullBack(layer, previous);
    if (!back.initial) return [back.previous];
    return [back.previous, initial ? add<Tensor2D>(initial, back.initial) : back.initial];
  });
  previous.dispose();
  if (home !== initial) initial?.dispose();
  return { previous: next, initial: home };
}

/** What has come to H⁰ by every way. Disposes what it is given. */
export function arrived({ previous, initial }: Derivative): Tensor2D {
  if (!initial) return previous;
  const all: Tensor2D = add(previous, initial);
  for (const one of [previous, initial]) one.dispose();
  return all;
}

export function disposeDerivative({ previous, initial }: Derivative): void {
  previous.dispose();
  initial?.dispose();
}

/** Below it a number of 32 bits has lost its digits. */
const SMALLEST = 2 ** -126;

/** (rows) the length of each row: also of rows so small or large that their squares are no numbers of 32 bits. */
export function rowLengths(rows: Tensor2D): Tensor1D {
  return tidy(() => {
    const largest = max<Tensor2D>(abs(rows), 1, true);
    const relative = div(rows, maximum(largest, SMALLEST));
    return mul<Tensor1D>(squeeze<Tensor1D>(largest, [1]), sqrt(sum<Tensor1D>(square(relative), 1)));
  });
}
