/** How a tensor's numbers are held once read. */
export type TensorData = Float32Array | Float64Array | BigInt64Array | Int32Array | Uint8Array;

interface Dtype {
  /** Bytes of one element. */
  bytes: number;
  /** `bytes` starts its buffer and holds a whole number of elements. */
  read(bytes: Uint8Array<ArrayBuffer>): TensorData;
}

export const DTYPES: Record<string, Dtype> = {
  F64: { bytes: 8, read: ({ buffer }) => new Float64Array(buffer) },
  F32: { bytes: 4, read: ({ buffer }) => new Float32Array(buffer) },
  F16: { bytes: 2, read: ({ buffer }) => Float32Array.from(new Uint16Array(buffer), fromHalf) },
  BF16: { bytes: 2, read: ({ buffer }) => fromBrain(new Uint16Array(buffer)) },
  I64: { bytes: 8, read: ({ buffer }) => new BigInt64Array(buffer) },
  I32: { bytes: 4, read: ({ buffer }) => new Int32Array(buffer) },
  I16: { bytes: 2, read: ({ buffer }) => Int32Array.from(new Int16Array(buffer)) },
  I8: { bytes: 1, read: ({ buffer }) => Int32Array.from(new Int8Array(buffer)) },
  U8: { bytes: 1, read: (bytes) => bytes },
  BOOL: { bytes: 1, read: (bytes) => bytes },
};

/** The dtype an array is written as. */
export function dtypeOf(data: TensorData): string {
  if (data instanceof Float32Array) return 'F32';
  if (data instanceof Float64Array) return 'F64';
  if (data instanceof BigInt64Array) return 'I64';
  return data instanceof Int32Array ? 'I32' : 'U8';
}

/** IEEE 754 binary16: 1 sign, 5 exponent, 10 fraction bits. */
function fromHalf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = (bits & 0x3ff) / 1024;
  if (exponent === 0) return sign * fraction * 2 ** -14;
  if (exponent === 31) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction) * 2 ** (exponent - 15);
}

/** bfloat16 is the upper half of a 32-bit float. */
function fromBrain(halves: Uint16Array): Float32Array {
  return new Float32Array(Uint32Array.from(halves, (bits) => bits * 0x10000).buffer);
}
