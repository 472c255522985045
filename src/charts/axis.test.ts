import { describe, expect, it } from 'vitest';
import { amountAxis, doublingAxis, shareAxis } from './axis';

const labels = ({ ticks }: ReturnType<typeof shareAxis>) => ticks.map(({ label }) => label);

describe('an axis', () => {
  it('of shares goes from nothing to all', () => {
    expect(labels(shareAxis())).toEqual(['0\u202f%', '50\u202f%', '100\u202f%']);
    expect(shareAxis().place(0.25)).toBe(0.25);
  });

  it('of counts that double puts them at equal ways and names those that have room', () => {
    const axis = doublingAxis([2, 4, 8, 16, 32]);
    expect([2, 4, 8, 16, 32].map(axis.place)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(labels(axis)).toEqual(['2', '4', '8', '16', '32']);
    expect(labels(doublingAxis([1, 2, 60, 61, 62]))).toEqual(['1', '2', '60']);
    expect(doublingAxis([4]).place(4)).toBe(0.5);
  });

  it('of amounts begins at 0, or below where there are values below', () => {
    expect(labels(amountAxis([3, 4.5]))).toEqual(['0', '2.5', '5']);
    expect(labels(amountAxis([-0.3, 0.7]))).toEqual(['−0.3', '0', '0.8']);
    expect(amountAxis([-0.3, 0.7]).place(-0.3)).toBe(0);
    expect(amountAxis([0, 0]).place(0)).toBe(0);
    expect(amountAxis([]).place(0)).toBe(0);
  });

  it('of amounts far apart goes by their size, with 0 at its foot', () => {
    const axis = amountAxis([2e-6, 0.5]);
    expect(axis.logarithmic).toBe(true);
    expect(axis.place(1e-6)).toBeCloseTo(0);
    expect(labels(axis)).toEqual(['10⁻⁶', '10⁻⁴', '0.01', '1']);
    expect(axis.place(1)).toBeCloseTo(1);
    expect(axis.place(1e-3)).toBeCloseTo(0.5);
    expect(labels(amountAxis([0, 1e-3, 1]))[0]).toBe('0');
    expect(amountAxis([0, 1e-3, 1]).place(0)).toBe(0);
    expect(amountAxis([0, 1e-3, 1]).place(1e-3)).toBeGreaterThan(0);
  });
});
