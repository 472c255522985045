/**
 * A linear congruential generator (the constants of Numerical Recipes): enough for a benchmark's numbers.
 * @param {number} seed
 * @returns {{ uniform: () => number, below: (n: number) => number }} numbers in [0, 1), and whole numbers in [0, n)
 */
export function lcg(seed) {
  let state = seed >>> 0;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return { uniform, below: (n) => Math.floor(uniform() * n) };
}
