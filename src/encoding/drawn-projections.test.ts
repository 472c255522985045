import { expect, it } from 'vitest';
import { drawnProjections, inputStandsApart } from './drawn-projections';

const input = Float32Array.of(100, 0, 7, -50, 20, 0);
const first = Float32Array.of(2, 1, 0, -2, -1, 0);
const second = Float32Array.of(1, 0.5, 0, -1, -0.5, 0);

it('draws an input of other columns as large as the largest hop after it, and leaves those alone', () => {
  const trace = { widths: [1433, 16, 16], projections: [input, first, second] };
  expect(inputStandsApart(trace)).toBe(true);
  const [drawn, ...others] = drawnProjections(trace);
  expect([...drawn].map((score) => Math.round(score * 1e5) / 1e5)).toEqual([2, 0, 0.14, -1, 0.4, 0]);
  expect(others).toEqual([first, second]);
  expect(drawnProjections(trace)).toBe(drawnProjections(trace));
});

it('leaves hops of one width, and a change of width later on, at one scale', () => {
  for (const widths of [[16, 16, 16], [16, 16, 7], [16]]) {
    const trace = { widths, projections: [input, first, second].slice(0, widths.length) };
    expect(inputStandsApart(trace)).toBe(false);
    expect(drawnProjections(trace)).toBe(trace.projections);
  }
});

it('survives hops in which nothing varies', () => {
  const nothing = new Float32Array(6);
  for (const projections of [
    [nothing, first],
    [input, nothing],
  ]) {
    expect(drawnProjections({ widths: [3, 2], projections })[0].every(Number.isFinite)).toBe(true);
  }
});
