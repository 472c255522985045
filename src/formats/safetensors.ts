/**
 * safetensors (https://huggingface.co/docs/safetensors): eight bytes with the header's length, a JSON header that names
 * each tensor's dtype, shape and place, then the bytes of the tensors, little-endian, one after the other without gaps.
 */
import { grouped, quoted } from '../graph/graph-error';
import { FormatError } from './format';
import { isObject } from './json/parse';
import { MAX_FILE_BYTES, MEBIBYTE } from './limits';
import { DTYPES, dtypeOf, type TensorData } from './safetensors/dtypes';

export interface SavedTensor {
  /** [] for a scalar. */
  shape: number[];
  /** Row-major. 64-bit integers stay integers; half precision is read as 32 bits, truth values as 0 and 1. */
  data: TensorData;
}

export interface SafetensorsFile {
  tensors: Record<string, SavedTensor>;
  /** What the writer noted beside them. */
  metadata: Record<string, string>;
}

/** A header names a few tensors a layer in a hundred bytes each: nothing honest comes near. */
const MAX_HEADER_BYTES = 4 * MEBIBYTE;
const LENGTH_BYTES = 8;

/** Whether the bytes begin as such a file does: a length that could be, and a JSON object after it. */
export function isSafetensors(bytes: Uint8Array): boolean {
  if (bytes.length <= LENGTH_BYTES || bytes[LENGTH_BYTES] !== 0x7b) return false;
  return headerLength(bytes) <= MAX_HEADER_BYTES;
}

/**
 * @param name of the file, for messages.
 * Throws a `FormatError` that names the tensor: cut short, not this format, unknown dtype, bytes that overlap, lie outside
 * or belong to nobody.
 */
export function readSafetensors(bytes: Uint8Array, name: string): SafetensorsFile {
  if (bytes.length > MAX_FILE_BYTES) {
    const size = Math.ceil(bytes.length / MEBIBYTE);
    throw new FormatError(`${name} is ${size} MiB, and up to ${MAX_FILE_BYTES / MEBIBYTE} MiB are read`);
  }
  const header = readHeader(bytes, name);
  const body = bytes.subarray(LENGTH_BYTES + headerLength(bytes));
  const { __metadata__: metadata = {}, ...entries } = header;
  if (!isObject(metadata) || !Object.values(metadata).every((value) => typeof value === 'string')) {
    throw new FormatError(`${name}: its __metadata__ has to map names to texts; save the file again`);
  }
  const places = Object.entries(entries).map(([tensor, entry]) => placeOf(tensor, entry, name));
  refuseGaps(places, body.length, name);
  const tensors = places.map(({ tensor, dtype, shape, begin, end }): [string, SavedTensor] => [
    tensor,
    // A copy, because typed arrays must start at a multiple of their element's size.
    { shape, data: DTYPES[dtype].read(body.slice(begin, end)) },
  ]);
  return { tensors: Object.fromEntries(tensors), metadata: metadata as Record<string, string> };
}

/** The dtype follows from the array: F32, F64, I64, I32 or U8. Throws when a shape and its data disagree. */
export function writeSafetensors(
  tensors: Record<string, SavedTensor>,
  metadata: Record<string, string> = {},
): Uint8Array {
  const header: Record<string, unknown> = {};
  if (Object.keys(metadata).length > 0) header.__metadata__ = metadata;
  // Wide elements first keeps every tensor aligned, which some readers ask for; the sort is stable.
  const ordered = Object.entries(tensors).sort(([, a], [, b]) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT);
  let end = 0;
  for (const [name, { shape, data }] of ordered) {
    if (sizeOf(shape) !== data.length) {
      throw new Error(`The tensor ${quoted(name)} has ${data.length} values for the shape ${shapeText(shape)}.`);
    }
    const begin = end;
    end += data.byteLength;
    Object.defineProperty(header, name, {
      value: { dtype: dtypeOf(data), shape, data_offsets: [begin, end] },
      enumerable: true,
    });
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  // Padded with spaces, so that the tensors start at a multiple of eight bytes.
  const length = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(LENGTH_BYTES + length + end).fill(0x20, LENGTH_BYTES, LENGTH_BYTES + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(json, LENGTH_BYTES);
  let at = LENGTH_BYTES + length;
  for (const [, { data }] of ordered) {
    file.set(new Uint8Array(data.buffer, data.byteOffset, data.byteLength), at);
    at += data.byteLength;
  }
  return file;
}

/** Infinity where it is beyond every file. */
function headerLength(bytes: Uint8Array): number {
  return Number(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getBigUint64(0, true));
}

function readHeader(bytes: Uint8Array, name: string): Record<string, unknown> {
  if (bytes.length < LENGTH_BYTES) {
    throw new FormatError(`${name} has ${bytes.length} bytes: too short for a .safetensors file; it is cut short`);
  }
  const length = headerLength(bytes);
  if (length > MAX_HEADER_BYTES) {
    throw new FormatError(
      `${name} declares a header of ${grouped(length)} bytes, and up to ${grouped(MAX_HEADER_BYTES)} are read; ` +
        'it is damaged, or not a .safetensors file',
    );
  }
  if (LENGTH_BYTES + length > bytes.length) {
    throw new FormatError(`${name} ends inside its header of ${grouped(length)} bytes; it is damaged or cut short`);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH_BYTES, LENGTH_BYTES + length));
    const header: unknown = JSON.parse(text);
    if (isObject(header)) return header;
  } catch (error) {
    // Not UTF-8, not JSON, or nested deeper than the parser goes.
    if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError)) throw error;
  }
  throw new FormatError(`${name} has a header that is not a JSON object; it is damaged, or not a .safetensors file`);
}

interface Place {
  tensor: string;
  dtype: string;
  shape: number[];
  begin: number;
  end: number;
}

function placeOf(tensor: string, entry: unknown, name: string): Place {
  const where = `${name}: the tensor ${quoted(tensor)}`;
  if (!isObject(entry)) throw new FormatError(`${where} has no dtype, shape and place; save the file again`);
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string' || !Object.hasOwn(DTYPES, dtype)) {
    const known = Object.keys(DTYPES).join(', ');
    throw new FormatError(`${where} has dtype ${quoted(dtype)}, which is not read; convert it to one of ${known}`);
  }
  if (!isNaturals(shape)) throw new FormatError(`${where} has a shape that is not a list of whole numbers`);
  if (!isNaturals(offsets) || offsets.length !== 2 || offsets[0] > offsets[1]) {
    throw new FormatError(`${where} has data_offsets that are not a beginning and an end`);
  }
  const [begin, end] = offsets;
  const bytes = sizeOf(shape) * DTYPES[dtype].bytes;
  if (bytes !== end - begin) {
    throw new FormatError(
      `${where} of ${dtype} ${shapeText(shape)} needs ${grouped(bytes)} bytes, but has ${grouped(end - begin)}`,
    );
  }
  return { tensor, dtype, shape, begin, end };
}

/** Every byte belongs to exactly one tensor. */
function refuseGaps(places: Place[], length: number, name: string): void {
  let reached = 0;
  for (const { tensor, begin, end } of places.toSorted((a, b) => a.begin - b.begin || a.end - b.end)) {
    const where = `${name}: the tensor ${quoted(tensor)}`;
    if (end > length) {
      throw new FormatError(
        `${where} ends at byte ${grouped(end)} of ${grouped(length)} that are there; it is cut short`,
      );
    }
    if (begin < reached) throw new FormatError(`${where} overlaps the one before it; the file is damaged`);
    if (begin > reached) {
      throw new FormatError(
        `${where} leaves ${grouped(begin - reached)} bytes before it to nobody; the file is damaged`,
      );
    }
    reached = end;
  }
  if (reached < length) {
    throw new FormatError(`${name} has ${grouped(length - reached)} bytes at its end that belong to no tensor`);
  }
}

function isNaturals(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((n) => Number.isSafeInteger(n) && n >= 0);
}

function sizeOf(shape: number[]): number {
  return shape.reduce((product, length) => product * length, 1);
}

/** [16, 7] → "(16, 7)", as PyTorch prints it. */
function shapeText(shape: number[]): string {
  return `(${shape.join(', ')})`;
}
