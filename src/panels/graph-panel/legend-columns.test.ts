import { expect, it } from 'vitest';
import { columnsFor } from './legend-columns';

const columns = (...labels: string[]) => columnsFor(labels.map((label) => ({ label })));

it('columns are as wide as the longest label, whichever figures stand in it for now', () => {
  expect(columns('right 39 of 72', 'wrong 33', 'Circle A (7)')).toMatchObject({
    style: { '--longest': 14 },
    'data-long': false,
  });
  const cora = (a: string, b: string) => columns(`right ${a} of 2,708`, `Reinforcement_Learning (${b})`);
  expect(cora('2,211', '9')).toEqual(cora('98', '1,240'));
  expect(cora('2,211', '9')).toMatchObject({ style: { '--longest': 30 }, 'data-long': true });
  expect(columns()).toMatchObject({ style: { '--longest': 0 }, 'data-long': false });
});
