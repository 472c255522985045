import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSafetensors, readSafetensors, type SavedTensor, writeSafetensors } from './safetensors';

/** A file from its parts, as a careless or hostile writer would make it. */
function file(header: unknown, body: ArrayLike<number> = [], declared?: bigint): Uint8Array {
  const json = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header));
  const bytes = new Uint8Array(8 + json.length + body.length);
  new DataView(bytes.buffer).setBigUint64(0, declared ?? BigInt(json.length), true);
  bytes.set(json, 8);
  bytes.set(Array.from(body), 8 + json.length);
  return bytes;
}
const entry = (dtype: string, shape: number[], ...data_offsets: number[]) => ({ dtype, shape, data_offsets });
const bytesOf = (data: ArrayBufferView) => new Uint8Array(data.buffer);
const read = (bytes: Uint8Array) => readSafetensors(bytes, 'w.safetensors').tensors;

describe('.safetensors', () => {
  it('reads back what it wrote, whatever the names, shapes and types', () => {
    const data = fc.oneof(
      fc.float32Array({ maxLength: 12 }),
      fc.float64Array({ maxLength: 12 }),
      fc.int32Array({ maxLength: 12 }),
      fc.uint8Array({ maxLength: 12 }),
      fc.bigInt64Array({ maxLength: 12 }),
    );
    const tensor = fc.tuple(data, fc.boolean()).map(([values, row]): SavedTensor => {
      const scalar = values.length === 1 && row;
      return { shape: scalar ? [] : row ? [1, values.length] : [values.length], data: values };
    });
    const name = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('__proto__', 'convs.0.lin.weight', 'größe'));
    const named = fc.array(fc.tuple(name, tensor)).map((pairs) => Object.fromEntries(pairs));
    fc.assert(
      fc.property(named, fc.nat(3), (tensors, shift) => {
        const { __metadata__: _, ...wanted } = tensors;
        const written = writeSafetensors(wanted, { format: 'pt' });
        const moved = new Uint8Array(written.length + shift);
        moved.set(written, shift);
        const found = readSafetensors(moved.subarray(shift), 'w');
        expect(found.metadata).toEqual({ format: 'pt' });
        expect(new Map(Object.entries(found.tensors))).toEqual(new Map(Object.entries(wanted)));
        expect(isSafetensors(written)).toBe(true);
      }),
    );
  });

  it('reads half precision, small integers and truth values', () => {
    const header = {
      half: entry('F16', [6], 0, 12),
      brain: entry('BF16', [2], 12, 16),
      short: entry('I16', [1], 16, 18),
      byte: entry('I8', [1], 18, 19),
      truth: entry('BOOL', [2], 19, 21),
    };
    const half = bytesOf(Uint16Array.of(0x3c00, 0xc000, 0x3555, 0x0001, 0x7c00, 0x7e00));
    const brain = bytesOf(Uint16Array.of(0x3f80, 0xc049));
    const { half: halves, ...others } = read(
      file(header, [...half, ...brain, ...bytesOf(Int16Array.of(-300)), 0xff, 1, 0]),
    );
    expect([...halves.data]).toEqual([1, -2, Math.fround(0.333251953125), 2 ** -24, Infinity, NaN]);
    expect([...others.brain.data]).toEqual([1, -3.140625]);
    expect([...others.short.data, ...others.byte.data, ...others.truth.data]).toEqual([-300, -1, 1, 0]);
  });

  it('starts its tensors at a multiple of eight bytes, the widest first', () => {
    const written = writeSafetensors({
      a: { shape: [1], data: Uint8Array.of(1) },
      b: { shape: [], data: BigInt64Array.of(5n) },
    });
    expect(new DataView(written.buffer).getBigUint64(0, true) % 8n).toBe(0n);
    expect(written.slice(-9)).toEqual(Uint8Array.of(5, 0, 0, 0, 0, 0, 0, 0, 1));
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['an empty file', new Uint8Array(), /has 0 bytes: too short/],
    ['ten bytes of noise', Uint8Array.of(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), /declares a header of .* bytes, and up to/],
    ['a header of 1e9 bytes', file({}, [], 1_000_000_000n), /declares a header of 1,000,000,000 bytes/],
    ['a header cut short', file({}, [], 100n), /ends inside its header of 100 bytes/],
    ['a header that is a list', file([]), /header that is not a JSON object/],
    ['a header that is not JSON', file('{"a": '), /header that is not a JSON object/],
    ['a header nested too deeply', file(`{"a":${'['.repeat(200_000)}`), /header that is not a JSON object/],
    ['a body cut short', file({ a: entry('F32', [2], 0, 8) }, [0, 0, 0]), /"a" ends at byte 8 of 3 that are there/],
    ['an unknown dtype', file({ a: entry('F8', [1], 0, 1) }, [0]), /"a" has dtype "F8", which is not read; convert/],
    ['a dtype of Object', file({ a: entry('constructor', [1], 0, 1) }, [0]), /dtype "constructor", which is not read/],
    [
      'a shape against its bytes',
      file({ a: entry('F32', [3], 0, 8) }, new Array(8)),
      /"a" of F32 \(3\) needs 12 bytes, but has 8/,
    ],
    [
      'a shape of 1e18 values',
      file({ a: entry('F32', [1e9, 1e9], 0, 8) }, new Array(8)),
      /needs 4,000,000,000,000,000,000 bytes/,
    ],
    ['a negative shape', file({ a: entry('F32', [-1], 0, 4) }, new Array(4)), /not a list of whole numbers/],
    ['offsets backwards', file({ a: entry('F32', [1], 4, 0) }, new Array(4)), /not a beginning and an end/],
    [
      'overlapping tensors',
      file({ a: entry('F32', [2], 0, 8), b: entry('F32', [1], 4, 8) }, new Array(8)),
      /"b" overlaps/,
    ],
    [
      'bytes between tensors',
      file({ a: entry('F32', [1], 4, 8) }, new Array(8)),
      /"a" leaves 4 bytes before it to nobody/,
    ],
    [
      'bytes after the last',
      file({ a: entry('F32', [1], 0, 4) }, new Array(6)),
      /2 bytes at its end that belong to no/,
    ],
    ['a tensor that is a number', file({ a: 3 }), /"a" has no dtype, shape and place/],
    ['metadata of numbers', file({ __metadata__: { a: 1 } }), /__metadata__ has to map names to texts/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => read(bytes)).toThrow(message);
    expect(() => read(bytes)).toThrow(/^w\.safetensors/);
  });

  it('throws a FormatError or reads, whatever the bytes', () => {
    const whole = writeSafetensors({ a: { shape: [2], data: Float32Array.of(1, 2) } });
    const damage = fc.tuple(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length));
    fc.assert(
      fc.property(damage, ([at, byte, length]) => {
        const bytes = whole.slice(0, length);
        bytes[at] = byte;
        try {
          read(bytes);
        } catch (error) {
          expect(error).toMatchObject({ name: 'FormatError' });
        }
      }),
    );
  });

  it('refuses to write values that do not fill their shape', () => {
    expect(() => writeSafetensors({ a: { shape: [2, 2], data: new Float32Array(3) } })).toThrow(
      'The tensor "a" has 3 values for the shape (2, 2).',
    );
  });
});
