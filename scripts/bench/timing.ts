/** Milliseconds: the median of `times` calls, after one that is not counted. */
export async function medianTime(call: () => Promise<unknown>, times: number): Promise<number> {
  await call();
  const taken: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    await call();
    taken.push(performance.now() - start);
  }
  taken.sort((a, b) => a - b);
  return taken[times >> 1];
}
