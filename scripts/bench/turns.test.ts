import { expect, it } from 'vitest';
import { byTurns } from './turns.mjs';

it('lets everyone run in every round, one after the other, and keeps the median and the least of all rounds', async () => {
  const order: string[] = [];
  const contender = (name: string, milliseconds: number[]) => async (times: number) => {
    order.push(`${name}${times}`);
    return { milliseconds: milliseconds.splice(0, times), results: [name] };
  };
  const times = await byTurns(
    { ours: contender('ours', [5, 9, 1, 30]), theirs: contender('theirs', [8, 8, 7, 7]) },
    { rounds: 2, times: 2 },
  );
  expect(order).toEqual(['ours2', 'theirs2', 'ours2', 'theirs2']);
  expect(times.ours).toEqual({ median: 9, least: 1, results: ['ours', 'ours'] });
  expect(times.theirs).toMatchObject({ median: 8, least: 7 });
});
