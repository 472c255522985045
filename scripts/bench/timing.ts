/** What a number of calls took, after one that is not counted, and what all of them gave. */
export interface Samples {
  milliseconds: number[];
  results: unknown[];
}

export async function timed(call: () => Promise<unknown>, times: number): Promise<Samples> {
  const results = [await call()];
  const milliseconds: number[] = [];
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    results.push(await call());
    milliseconds.push(performance.now() - start);
  }
  return { milliseconds, results };
}

/** Milliseconds: the median of `times` calls, after one that is not counted. */
export async function medianTime(call: () => Promise<unknown>, times: number): Promise<number> {
  const { milliseconds } = await timed(call, times);
  return milliseconds.sort((a, b) => a - b)[times >> 1];
}
