import { expect, it } from 'vitest';
import { startLayout } from './client';
import { settle } from './forceatlas2';
import type { LayoutProgress, LayoutRequest } from './layout';

/** A ring with chords: large enough to be seen settling. */
function ringOf(nodeCount: number, iterations: number): LayoutRequest {
  const source = Int32Array.from({ length: 2 * nodeCount }, (_, e) => e % nodeCount);
  const target = source.map((u, e) => (e < nodeCount ? u + 1 : u + 7) % nodeCount);
  return { nodeCount, source, target, weight: null, start: null, seed: 7, iterations };
}

const endOf = (request: LayoutRequest) => [...settle(request)].at(-1)!.positions;

it('ends where the method itself ends, having said so', async () => {
  const request = ringOf(60, 100);
  const heard: LayoutProgress[] = [];
  const positions = await startLayout(request, (progress) => heard.push(progress)).finished;
  expect(positions).toEqual(endOf(request));
  expect(heard.at(-1)).toEqual({ positions, done: 100, total: 100 });
});

it('stops where it stands, and going on from there ends in the same picture', async () => {
  const request = ringOf(400, 300);
  let last: LayoutProgress | null = null;
  const stopped = await new Promise<Float32Array>((resolve) => {
    const run = startLayout(request, (progress) => {
      last = progress;
      run.stop();
      resolve(run.finished);
    });
  });
  const { positions, done } = last as unknown as LayoutProgress;
  expect(stopped).toBe(positions);
  expect(done).toBeLessThan(300);
  const rest = startLayout({ ...request, start: stopped, iterations: 300 - done }, () => {});
  expect(await rest.finished).toEqual(endOf(request));
});

it('resolves with the start when stopped before anything was heard', async () => {
  const start = Float32Array.of(0, 0, 1, 1);
  const run = startLayout({ ...ringOf(2, 100), start }, () => {});
  run.stop();
  expect(await run.finished).toBe(start);
});
