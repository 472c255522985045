import { code } from './gram.as';

/** Rows of one block: at 64 columns a block and the sums stay in the first cache. */
export const BLOCK_ROWS = 32;

/** Collects XᵀX block by block. Rows and sums are padded with zero columns to a multiple of 4. */
export interface GramBlocks {
  /** Numbers from one row, or one line of sums, to the next. */
  width: number;
  /** (BLOCK_ROWS, width) where the rows of the next block are written. */
  block: Float64Array;
  /** (width, width) the sums so far, on and above the diagonal. */
  sums: Float64Array;
  /** Adds the products of the first `rows` rows of the block. */
  add(rows: number): void;
}

type AddGram = (x: number, out: number, rows: number, width: number) => void;

/** `columns` rounded up to a multiple of 4. */
export const paddedWidth = (columns: number) => Math.ceil(columns / 4) * 4;

/** (columns, columns) row-major, whole, from `sums` of the padded width. */
export function unpadded(sums: Float64Array, columns: number): Float64Array {
  const width = paddedWidth(columns);
  const gram = new Float64Array(columns * columns);
  for (let a = 0; a < columns; a++) {
    for (let b = a; b < columns; b++) gram[a * columns + b] = gram[b * columns + a] = sums[a * width + b];
  }
  return gram;
}

/** By SIMD WebAssembly where it is to be had, else by the plain loop. */
export function gramBlocks(columns: number): GramBlocks {
  const width = paddedWidth(columns);
  const values = BLOCK_ROWS * width + width * width;
  const simd = open(values * 8);
  const buffer = simd ? simd.memory.buffer : new ArrayBuffer(values * 8);
  const block = new Float64Array(buffer, 0, BLOCK_ROWS * width);
  const sums = new Float64Array(buffer, BLOCK_ROWS * width * 8, width * width).fill(0);
  block.fill(0);
  const add = simd
    ? (rows: number) => simd.addGram(0, sums.byteOffset, rows, width)
    : (rows: number) => addGramPlain(block, sums, rows, width);
  return { width, block, sums, add };
}

interface Simd {
  memory: WebAssembly.Memory;
  addGram: AddGram;
}

const PAGE = 65536;
/** Undefined before the first call, null where SIMD is not to be had. It is used by one Gram matrix at a time. */
let opened: Simd | null | undefined;

/** The module, with memory of at least `bytes`. */
function open(bytes: number): Simd | null {
  if (opened === undefined) opened = WebAssembly.validate(code) ? instantiate() : null;
  const missing = opened ? bytes - opened.memory.buffer.byteLength : 0;
  if (missing > 0) opened?.memory.grow(Math.ceil(missing / PAGE));
  return opened;
}

function instantiate(): Simd {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(code), { env: { memory } });
  return { memory, addGram: exports.addGram as AddGram };
}

/** The same sums in the same order as `gram.as`. */
export function addGramPlain(block: Float64Array, sums: Float64Array, rows: number, width: number): void {
  for (let r = 0; r < rows; r++) {
    const row = r * width;
    for (let a = 0; a < width; a++) {
      const x = block[row + a];
      for (let b = a; b < width; b++) sums[a * width + b] += x * block[row + b];
    }
  }
}
