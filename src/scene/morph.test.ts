import { expect, it } from 'vitest';
import { morphed } from './morph';

const layout = { places: Float32Array.of(-1, 0.5, 1, -0.5), extent: { x: 1, y: 0.5 } };
const embedding = { places: Float32Array.of(0, 1, 0, -1), extent: { x: 0.25, y: 1 } };

it('is the layout at one end and the embedding at the other, untouched', () => {
  expect(morphed(layout, embedding, 0)).toBe(layout);
  expect(morphed(layout, embedding, 1)).toBe(embedding);
});

it('has every node on the straight way between its two places', () => {
  const { places, extent } = morphed(layout, embedding, 0.25);
  expect([...places]).toEqual([-0.75, 0.625, 0.75, -0.625]);
  expect(extent).toEqual({ x: 0.8125, y: 0.625 });
});
