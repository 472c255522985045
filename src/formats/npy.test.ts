import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { booleans, floats, longs, npy, texts } from './fixtures/npz-writer';
import { type NpyArray, readNpy } from './npy';

const bytes = (values: ArrayBufferView) => new Uint8Array(values.buffer);
const numbers = (data: NpyArray['data']) => Array.from(data as ArrayLike<number>);

describe('.npy', () => {
  it.each([
    ['<f4', Float32Array.of(1.5, -2)],
    ['<f8', Float64Array.of(1.5, -2)],
    ['|i1', Int8Array.of(1, -2)],
    ['<i2', Int16Array.of(300, -2)],
    ['<i4', Int32Array.of(70000, -2)],
    ['|u1', Uint8Array.of(1, 255)],
    ['<u2', Uint16Array.of(1, 65535)],
    ['<u4', Uint32Array.of(1, 4294967295)],
  ])('reads %s', (descr, values) => {
    const { shape, data } = readNpy(npy(descr, [2], bytes(values)), 'a');
    expect(shape).toEqual([2]);
    expect(numbers(data)).toEqual(Array.from(values));
  });

  it('reads 64-bit integers, booleans and texts', () => {
    expect(numbers(readNpy(longs([1, -2, 2 ** 40]), 'a').data)).toEqual([1, -2, 2 ** 40]);
    expect(numbers(readNpy(booleans([true, false]), 'a').data)).toEqual([1, 0]);
    expect(readNpy(texts(['a', 'été', '😀!', '']), 'a').data).toEqual(['a', 'été', '😀!', '']);
    expect(readNpy(npy('|S3', [2], new TextEncoder().encode('abcd\0\0')), 'a').data).toEqual(['abc', 'd']);
  });

  it('turns column-major arrays round', () => {
    const columns = npy('<i4', [2, 3], bytes(Int32Array.of(1, 4, 2, 5, 3, 6)), true);
    expect(numbers(readNpy(columns, 'a').data)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(readNpy(npy('<U1', [2, 1], bytes(Uint32Array.of(97, 98)), true), 'a').data).toEqual(['a', 'b']);
  });

  it('reads arrays that start anywhere in a larger one', () => {
    const file = floats([1, 2]);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(numbers(readNpy(shifted.subarray(3), 'a').data)).toEqual([1, 2]);
  });

  it('reads headers of versions 2 and 3', () => {
    for (const version of [2, 3]) {
      const old = floats([7]);
      const file = new Uint8Array(old.length + 2);
      file.set(old.subarray(0, 6));
      file[6] = version;
      new DataView(file.buffer).setUint32(8, new DataView(old.buffer).getUint16(8, true), true);
      file.set(old.subarray(10), 12);
      expect(numbers(readNpy(file, 'a').data)).toEqual([7]);
    }
  });

  it.each([
    [npy('|O', [1], new Uint8Array(8)), /^a holds Python objects, which are not read because they can run code/],
    [npy('>f4', [1], new Uint8Array(4)), /^a is big-endian/],
    [npy('<f2', [1], new Uint8Array(2)), /dtype "<f2", which is not read/],
    [npy('<c8', [1], new Uint8Array(8)), /dtype "<c8"/],
    [npy('<f4', [1000000000], new Uint8Array(8)), /header says 1000000000 values of 4 bytes, but 8 bytes follow/],
    [npy('<U0', [1000000000], new Uint8Array(0)), /dtype "<U0"/],
    [npy('<f4', [1, 1, 1], new Uint8Array(4)), /has 3 dimensions/],
    [npy('toString', [1], new Uint8Array(4)), /dtype "toString"/],
    [floats([1, 2]).subarray(0, 130), /but 2 bytes follow; it is damaged or cut short/],
    [Uint8Array.of(0x93, 0x4e, 0x55), /is not a \.npy array/],
  ])('refuses what it cannot read (%#)', (file, message) => {
    expect(() => readNpy(file, 'a')).toThrow(message);
  });

  it('reads back what is written, for any matrix', () => {
    const matrix = fc.tuple(fc.nat(5), fc.nat(5)).chain(([r, c]) =>
      fc.record({
        shape: fc.constant<number[]>([r, c]),
        values: fc.array(fc.float({ noNaN: true }), { minLength: r * c, maxLength: r * c }),
      }),
    );
    fc.assert(
      fc.property(matrix, ({ shape, values }) => {
        const array = readNpy(floats(values, shape), 'a');
        expect(array.shape).toEqual(shape);
        expect(numbers(array.data)).toEqual(values);
      }),
    );
  });
});
