/**
 * NumPy's .npy (numpy/lib/format.py): a header in Python's notation, versions 1 to 3, then the array. Read are little-endian numbers,
 * booleans and texts of up to two dimensions. Object arrays are refused: they are pickles, that is, programs.
 */
import { quoted } from '../graph/graph-error';
import { FormatError } from './format';

export interface NpyArray {
  shape: number[];
  /** Row-major, whatever the order in the file; booleans are 0 and 1. */
  data: ArrayLike<number> | string[];
}

const READERS: Record<string, (bytes: Uint8Array) => ArrayLike<number>> = {
  f4: (bytes) => new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
  f8: (bytes) => new Float64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8),
  i1: (bytes) => new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  i2: (bytes) => new Int16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2),
  i4: (bytes) => new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
  i8: (bytes) => Float64Array.from(new BigInt64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8), Number),
  u1: (bytes) => bytes,
  u2: (bytes) => new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2),
  u4: (bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4),
  u8: (bytes) => Float64Array.from(new BigUint64Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 8), Number),
  b1: (bytes) => bytes,
};

export function readNpy(bytes: Uint8Array, name: string): NpyArray {
  const { descr, fortran, shape, start } = readHeader(bytes, name);
  const [, order, kind, digits] = /^([<>|=])?([a-zA-Z])(\d*)$/.exec(descr) ?? [];
  if (kind === 'O') {
    throw new FormatError(
      `${name} holds Python objects, which are not read because they can run code; save it with a numeric or text dtype`,
    );
  }
  const size = Number(digits);
  const isText = kind === 'U' || kind === 'S';
  const read = Object.hasOwn(READERS, `${kind}${digits}`) ? READERS[`${kind}${digits}`] : undefined;
  if (isText ? size === 0 : !read)
    throw new FormatError(`${name} has dtype ${quoted(descr)}, which is not read; convert it with .astype("float32")`);
  if (order === '>' && (kind === 'U' || size > 1)) {
    throw new FormatError(`${name} is big-endian (${quoted(descr)}); convert it with .astype("<${kind}${digits}")`);
  }
  const width = kind === 'U' ? 4 * size : size;
  const count = shape.reduce((product, length) => product * length, 1);
  const there = bytes.length - start;
  if (count * width !== there) {
    throw new FormatError(
      `${name}: its header says ${shape.join(' × ')} values of ${width} bytes, but ${there} bytes follow; it is damaged or cut short`,
    );
  }
  // A copy, because typed arrays must start at a multiple of their element's size.
  const body = bytes.slice(start);
  const data = read ? read(body) : texts(body, kind ?? '', width, count);
  const [rows = 0, columns = 0] = shape;
  return { shape, data: fortran && shape.length === 2 ? rowMajor(data, rows, columns) : data };
}

function readHeader(
  bytes: Uint8Array,
  name: string,
): { descr: string; fortran: boolean; shape: number[]; start: number } {
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
  if (bytes.length < 12 || magic.some((byte, i) => bytes[i] !== byte))
    throw new FormatError(`${name} is not a .npy array; it is damaged or cut short`);
  const version = bytes[6] ?? 0;
  if (version < 1 || version > 3) throw new FormatError(`${name} is .npy version ${version}; versions 1 to 3 are read`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = version === 1 ? 10 : 12;
  const start = from + (version === 1 ? view.getUint16(8, true) : view.getUint32(8, true));
  if (start > bytes.length) throw new FormatError(`${name} ends inside its header; it is damaged or cut short`);
  const header = new TextDecoder().decode(bytes.subarray(from, start));
  const descr = /'descr':\s*'([^']*)'/.exec(header)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const dimensions = /'shape':\s*\(([\d,\sL]*)\)/.exec(header)?.[1];
  if (descr === undefined && /'descr':\s*\[/.test(header))
    throw new FormatError(`${name} is a structured array; save each field as an array of its own`);
  if (descr === undefined || fortran === undefined || dimensions === undefined)
    throw new FormatError(`${name} has a header that is not understood; save it again with numpy.save`);
  const shape = dimensions
    .split(',')
    .map((part) => part.replace('L', '').trim())
    .filter((part) => part !== '')
    .map(Number);
  if (shape.length > 2) throw new FormatError(`${name} has ${shape.length} dimensions; up to two are read`);
  return { descr, fortran: fortran === 'True', shape, start };
}

/** Fixed-width texts, padded with NUL: S bytes, U code points of four bytes each. */
function texts(bytes: Uint8Array, kind: string, width: number, count: number): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  return Array.from({ length: count }, (_, i) => {
    let text = '';
    if (kind === 'S') text = decoder.decode(bytes.subarray(i * width, (i + 1) * width));
    else for (let at = i * width; at < (i + 1) * width; at += 4) text += character(view.getUint32(at, true));
    return text.replace(/\0+$/, '');
  });
}

function character(codePoint: number): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : '\ufffd';
}

function rowMajor(data: ArrayLike<number> | string[], rows: number, columns: number): ArrayLike<number> | string[] {
  const at = (i: number) => (i % columns) * rows + Math.floor(i / columns);
  const length = rows * columns;
  return typeof data[0] === 'string'
    ? Array.from({ length }, (_, i) => data[at(i)] as string)
    : Float64Array.from({ length }, (_, i) => data[at(i)] as number);
}
