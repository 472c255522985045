import { describe, expect, it } from 'vitest';
import { row, table } from './row.mjs';

describe('a row', () => {
  it('meets its target up to the bound itself', () => {
    expect(row('a', 4, 'ms', { atMost: 4 }).ok).toBe(true);
    expect(row('a', 4.01, 'ms', { atMost: 4 }).ok).toBe(false);
    expect(row('a', 60, '×', { atLeast: 60 }).ok).toBe(true);
    expect(row('a', 59, '×', { atLeast: 60 }).ok).toBe(false);
  });

  it('does not meet it when nothing was measured', () => {
    expect(row('a', null, 'ms', { atMost: 4 }).ok).toBe(false);
    expect(row('a', null, '×', { atLeast: 60 }).ok).toBe(false);
  });

  it('is measured just under its bound, not rounded onto it', () => {
    expect(row('a', 4.00004, 'ms', { atMost: 4 }).ok).toBe(false);
  });

  it('stands in the table with value, target and verdict', () => {
    expect(table([row('step', 1.5, 'ms', { atMost: 4, note: 'median' })])).toContain(
      '| step | 1.5 ms   | ≤ 4 ms | yes | median  |',
    );
  });

  it('says that there is no target, and that one was not measured', () => {
    const lines = table([row('a', 2, 'ms'), row('b', null, 'ms', { atMost: 1, note: 'why' })], 'plain').split('\n');
    expect(lines.slice(2)).toEqual(['| a | 2 ms | – | – |   |', '| b | – | ≤ 1 ms | not measured | why |']);
  });
});
