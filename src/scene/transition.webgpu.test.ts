import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { seededRandom } from '../graph/random';
import { EMPTY, type SceneInput } from './input';
import { createScene, type Scene } from './scene';
import { click, inkOn, pixelAt, sceneContainer } from './testing/canvas';
import { STEP_MS } from './tween';

/** A hundred nodes on a grid, apart from each other, in an order of chance. */
const SIDE = 10;
const COUNT = SIDE * SIDE;

function grid(seed: number): Float32Array {
  const order = seededRandom(seed).shuffle(Array.from({ length: COUNT }, (_, i) => i));
  return Float32Array.from({ length: 2 * COUNT }, (_, i) => {
    const cell = order[i >> 1];
    return (i % 2 ? Math.floor(cell / SIDE) : cell % SIDE) / 4.5 - 1;
  });
}

const radii = (pixels: number) => new Float32Array(COUNT).fill(pixels);
const painted = (red: number, green: number, blue: number) =>
  Uint8Array.from({ length: 4 * COUNT }, (_, i) => [red, green, blue, 255][i % 4]);

const SHOWN: SceneInput = {
  ...EMPTY,
  graph: {
    ...EMPTY.graph,
    nodeCount: COUNT,
    pointCount: COUNT,
    names: Array.from({ length: COUNT }, (_, v) => `node ${v}`),
  },
  places: grid(1),
  radii: radii(6),
  colours: painted(255, 0, 0),
  motion: 'tween',
};
const NEXT = { ...SHOWN, places: grid(2), radii: radii(12), colours: painted(0, 0, 255) };

let container: HTMLElement;
let scene: Scene;
let time: number;
let focused: (number | null)[];

beforeEach(() => {
  container = sceneContainer(600, 600);
  time = 0;
  focused = [];
  const inset = { top: 20, right: 20, bottom: 20, left: 20 };
  scene = createScene(container, {
    inset: () => inset,
    now: () => time,
    onFocus: (node) => focused.push(node),
    onHover() {},
  });
  scene.update(SHOWN);
  scene.render();
});

afterEach(() => scene.kill());

describe('a hop', () => {
  it('moves, resizes and recolours together, in one motion', () => {
    scene.update(NEXT);
    time = STEP_MS / 2;
    scene.render();
    const half = scene.drawn();
    /** How far along each is, by the node that goes farthest. */
    const farthest = SHOWN.places.reduce(
      (best, from, i) =>
        Math.abs(NEXT.places[i] - from) > Math.abs(NEXT.places[best] - SHOWN.places[best]) ? i : best,
      0,
    );
    const [from, to] = [SHOWN.places[farthest], NEXT.places[farthest]];
    const way = (half.positions[farthest] - from) / (to - from);
    expect(way).toBeGreaterThan(0.2);
    expect(way).toBeLessThan(0.98);
    expect((half.radii[0] - 6) / 6).toBeCloseTo(way, 4);
    expect(half.colours[2] / 255).toBeCloseTo(way, 2);
    time = STEP_MS;
    expect(scene.drawn()).toEqual({
      ...{ positions: NEXT.places, radii: NEXT.radii, colours: NEXT.colours },
      marks: new Uint8Array(NEXT.radii.length),
      moving: false,
    });
  });

  it('draws the new size where it ends', () => {
    const beside = () => {
      const { x, y } = scene.viewportOf(0);
      return pixelAt(container, { x: x + 9, y });
    };
    expect(beside()).toEqual([0, 0, 0, 0]);
    scene.update({ ...SHOWN, radii: radii(12) });
    time = STEP_MS;
    scene.render();
    expect(beside()).toEqual([255, 0, 0, 255]);
  });

  it('picks the right node at its end, 99 times in 100 and more', () => {
    scene.update(NEXT);
    for (time = 0; time <= STEP_MS; time += 50) scene.render();
    for (let node = 0; node < COUNT; node++) click(container, scene.viewportOf(node));
    const right = focused.filter((node, probe) => node === probe).length;
    expect(focused).toHaveLength(COUNT);
    expect(right).toBeGreaterThanOrEqual(99);
  });

  it('leaves names out on the way, and puts them in their places afterwards', async () => {
    const names = () => {
      scene.render();
      return inkOn(container, 'over');
    };
    expect(names()).toBeGreaterThan(0);
    scene.update(NEXT);
    time = STEP_MS / 2;
    expect(names()).toBe(0);
    time = STEP_MS;
    names();
    expect(names()).toBeGreaterThan(0);
  });
});
