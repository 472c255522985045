import { describe, expect, it } from 'vitest';
import { nodeAt } from './picking';
import { emptyStage, type Stage } from './stage';
import { createTween, retarget } from './tween';

const SCALE = 100;

/** Nodes side by side, 20 pixels apart, that move up by 50 pixels. */
function stageOf(radii: number[], alphas = radii.map(() => 255)): Stage {
  const nodeCount = radii.length;
  const tween = createTween(nodeCount);
  const colours = Uint8Array.from(alphas.flatMap((alpha) => [0, 0, 0, alpha]));
  const placesAt = (y: number) => Float32Array.from(radii.flatMap((_, v) => [0.2 * v, y]));
  retarget(tween, { places: placesAt(0), radii: Float32Array.from(radii), colours }, 0, 0);
  retarget(tween, { places: placesAt(0.5) }, 0, 1);
  return { ...emptyStage(), nodeCount, tween };
}

const at = (stage: Stage, x: number, y: number, zoom = 1) => nodeAt(stage, { x: x / SCALE, y: y / SCALE }, SCALE, zoom);

describe('the node at a place', () => {
  it('is found where it is on its way', () => {
    const stage = stageOf([8, 8]);
    for (const progress of [0, 0.5, 1]) {
      expect(at({ ...stage, progress }, 20, 50 * progress)).toBe(1);
      expect(at({ ...stage, progress }, 20, 50 * progress + 9.9)).toBe(1);
      expect(at({ ...stage, progress }, 20, 50 * progress + 10.1)).toBeNull();
    }
  });

  it('can be hit a little beside where it is small, and is as large as it is drawn', () => {
    const stage = { ...stageOf([1, 1]), progress: 0 };
    expect(at(stage, 4.9, 0)).toBe(0);
    expect(at(stage, 5.1, 0)).toBeNull();
    expect(at(stage, 9.9, 0, 8)).toBe(0);
  });

  it('of several is the one on top: the last, but for those that are faded', () => {
    expect(at({ ...stageOf([30, 30]), progress: 0 }, 0, 0)).toBe(1);
    expect(at({ ...stageOf([30, 30], [255, 40]), progress: 0 }, 0, 0)).toBe(0);
    expect(at({ ...stageOf([30, 30], [40, 40]), progress: 0 }, 0, 0)).toBe(1);
  });

  it('is none on an empty stage', () => {
    expect(at(emptyStage(), 0, 0)).toBeNull();
  });
});
