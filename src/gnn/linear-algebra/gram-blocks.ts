import { code } from './gram.as';

/** Rows of one block: at 64 columns a block and the sums stay in the first cache. */
export const BLOCK_ROWS = 32;
/** Blocks summed apart from those before: of 100,000 equal rows the roundings would else add up to a false dimension. */
const BLOCKS_APART = 64;

/** Collects XᵀX block by block. */
export interface GramBlocks {
  /** Numbers from one row of the block to the next: the columns and zeros, up to a multiple of 8. */
  width: number;
  /** (BLOCK_ROWS, width) where the rows of the next block are written. */
  block: Float64Array;
  /** Adds the products of the first `rows` rows of the block. */
  add(rows: number): void;
  /** (columns, columns) row-major: the sums so far. */
  gram(): Float64Array;
}

type AddGram = (x: number, out: number, rows: number, width: number) => void;

/** By SIMD WebAssembly where it is to be had, else by the plain loop. One at a time: they share their memory. */
export function gramBlocks(columns: number): GramBlocks {
  const width = Math.ceil(columns / 8) * 8;
  const values = BLOCK_ROWS * width + width * width;
  const simd = open(values * 8);
  const buffer = simd ? simd.memory.buffer : new ArrayBuffer(values * 8);
  const block = new Float64Array(buffer, 0, BLOCK_ROWS * width).fill(0);
  /** (width, width) sums of the latest blocks and of those before, on and above the diagonal. */
  const sums = new Float64Array(buffer, BLOCK_ROWS * width * 8, width * width).fill(0);
  const before = new Float64Array(width * width);
  let blocks = 0;
  const setApart = () => {
    for (let at = 0; at < sums.length; at++) before[at] += sums[at];
    sums.fill(0);
  };
  return {
    width,
    block,
    add(rows) {
      if (simd) simd.addGram(0, sums.byteOffset, rows, width);
      else addGramPlain(block, sums, rows, width);
      if (++blocks % BLOCKS_APART === 0) setApart();
    },
    gram() {
      setApart();
      return unpadded(before, columns, width);
    },
  };
}

/** (columns, columns) row-major, whole. */
function unpadded(upper: Float64Array, columns: number, width: number): Float64Array {
  const gram = new Float64Array(columns * columns);
  for (let a = 0; a < columns; a++) {
    for (let b = a; b < columns; b++) gram[a * columns + b] = gram[b * columns + a] = upper[a * width + b];
  }
  return gram;
}

interface Simd {
  memory: WebAssembly.Memory;
  addGram: AddGram;
}

const PAGE = 65536;
/** Undefined before the first call, null where SIMD is not to be had. */
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
  const line = new Float64Array(width);
  for (let a = 0; a < width; a++) {
    line.fill(0);
    for (let row = 0; row < rows * width; row += width) {
      const x = block[row + a];
      for (let b = a; b < width; b++) line[b] += x * block[row + b];
    }
    for (let b = a; b < width; b++) sums[a * width + b] += line[b];
  }
}
