import { type Buffers, type Inputs, type Loops, OUTPUTS, type OutputName, type Work } from './loops';
import { code } from './loops.as';

interface Opened {
  memory: WebAssembly.Memory;
  loops: Loops;
}

const PAGE = 65536;
/** What the module's memory may grow to; it never shrinks again. Larger embeddings take the plain loops. */
const MOST_BYTES = 128 * 2 ** 20;
/** Columns of one step of the loops. */
const STEP = 8;
/** Undefined before the first call, null where SIMD is not to be had. */
let opened: Opened | null | undefined;

/**
 * The loops by SIMD, with copies of the inputs and zeros for the outputs on their memory; null where there is no SIMD, or not
 * that much memory. The next call overwrites them.
 */
export function onSimd({ rows, columns, inputs, lengths }: Work): { loops: Loops; buffers: Buffers } | null {
  if (opened === undefined) opened = WebAssembly.validate(code) ? open() : null;
  const width = Math.ceil(columns / STEP) * STEP;
  const { x, basis, slot, pointer, other, weight, scale } = inputs;
  const outputs = lengths(width);
  const sizes = [
    rows * width * 4,
    ...[basis, slot, pointer, other, weight, scale].map(({ byteLength }) => byteLength),
    ...OUTPUTS.map((name) => outputs[name] * 8),
  ];
  const bytes = sizes.reduce((sum, size) => sum + roundUp(size), 0);
  if (!opened || bytes > MOST_BYTES || !hasRoom(opened.memory, bytes)) return null;
  const { memory, loops } = opened;

  let next = 0;
  const take = (size: number) => {
    const at = next;
    next += roundUp(size);
    return at;
  };
  const { buffer } = memory;
  const int32 = (from: Int32Array) => filled(new Int32Array(buffer, take(from.byteLength), from.length), from);
  const float64 = (from: Float64Array) => filled(new Float64Array(buffer, take(from.byteLength), from.length), from);
  const zeros = (name: OutputName) => new Float64Array(buffer, take(outputs[name] * 8), outputs[name]).fill(0);
  return {
    loops,
    buffers: {
      ...{ rows, width },
      x: padded(x, columns, new Float32Array(buffer, take(rows * width * 4), rows * width), width),
      ...{ basis: float64(basis), slot: int32(slot), pointer: int32(pointer), other: int32(other) },
      ...{ weight: float64(weight), scale: float64(scale) },
      ...(Object.fromEntries(OUTPUTS.map((name) => [name, zeros(name)])) as Record<OutputName, Float64Array>),
    },
  };
}

function hasRoom(memory: WebAssembly.Memory, bytes: number): boolean {
  const missing = bytes - memory.buffer.byteLength;
  if (missing <= 0) return true;
  try {
    memory.grow(Math.ceil(missing / PAGE));
    return true;
  } catch (error) {
    // The machine has no more to give; the plain loops need none of it.
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Arrays begin at cache lines. */
const roundUp = (size: number) => Math.ceil(size / 64) * 64;

function filled<T extends Float64Array | Int32Array>(array: T, from: T): T {
  array.set(from);
  return array;
}

/** `to` filled with the rows of `from`, each padded with zeros to `width`. */
function padded(from: Float32Array, columns: number, to: Float32Array, width: number): Float32Array {
  if (width === columns) to.set(from);
  else {
    to.fill(0);
    for (let at = 0, start = 0; at < from.length; at += columns, start += width)
      for (let c = 0; c < columns; c++) to[start + c] = from[at + c];
  }
  return to;
}

function open(): Opened {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  /** The export takes the address of x, N, W and then the addresses of `names`. */
  const loop = (name: keyof Loops, names: readonly (OutputName | Exclude<keyof Inputs, 'x'>)[]) => {
    const run = exports[name] as (...numbers: number[]) => void;
    return (buffers: Buffers) =>
      run(buffers.x.byteOffset, buffers.rows, buffers.width, ...names.map((each) => buffers[each].byteOffset));
  };
  return {
    memory,
    loops: {
      sumRows: loop('sumRows', ['basis', 'slot', 'squares', 'mean', 'absolute', 'direction', 'along', 'scratch']),
      sumDeviations: loop('sumDeviations', ['basis', 'slot', 'squares', 'mean', 'direction', 'along', 'totals']),
      sumPairs: loop('sumPairs', ['pointer', 'other', 'weight', 'scale', 'squares', 'scratch', 'totals']),
    },
  };
}
