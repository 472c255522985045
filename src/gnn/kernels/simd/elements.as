// What every kernel reads and writes: element i of an array of 4-byte numbers at an address, alone or four from it on.

@inline
export function whole(array: usize, i: usize): usize {
  return <usize>load<u32>(array + (i << 2));
}

/** Element i of a list of whole numbers, or i itself where the list is missing. */
@inline
export function wholeOr(array: usize, i: usize): usize {
  return array ? whole(array, i) : i;
}

@inline
export function float(array: usize, i: usize): f32 {
  return load<f32>(array + (i << 2));
}

@inline
export function four(array: usize, i: usize): v128 {
  return v128.load(array + (i << 2));
}

@inline
export function setFloat(array: usize, i: usize, value: f32): void {
  store<f32>(array + (i << 2), value);
}

@inline
export function setFour(array: usize, i: usize, value: v128): void {
  v128.store(array + (i << 2), value);
}

/** Always in the same order. */
@inline
export function sumOfFour(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** The factor of an entry in the columns of one head; 1 where there are no values. */
@inline
export function factor(value: usize, entry: usize, p: usize, heads: usize, head: usize): f32 {
  return value ? float(value, wholeOr(entry, p) * heads + head) : 1;
}
