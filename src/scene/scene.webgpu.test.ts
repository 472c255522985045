import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { toGraphology } from '../graph/bridge';
import { graphFromPlain } from '../graph/from-plain';
import { EMPTY, type SceneGraph, type SceneInput } from './input';
import { TRAVEL_MS } from './messages';
import { createScene, type Scene } from './scene';
import { canvasOf, click, inkOn, pixelAt, sceneContainer } from './testing/canvas';
import { STEP_MS } from './tween';

/** Four nodes at the corners of the frame, big enough to read pixels from. */
const SQUARE: SceneGraph = {
  nodeCount: 4,
  pointCount: 4,
  lines: { source: [0, 1, 2, 3], target: [1, 2, 3, 3], directed: true },
  kind: 'edges',
  names: ['a', 'b', '<i>c</i>', 'd'],
  held: toGraphology(
    graphFromPlain({
      directed: true,
      nodes: 4,
      edges: [
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 3],
      ],
    }),
    { attributes: 'drawn' },
  ),
  name: (node) => 'abcd'[node],
  describe: (node) => ['abcd'[node], 'a corner'],
};
const CORNERS = Float32Array.of(-1, -1, 1, -1, 1, 1, -1, 1);
const INSET = { top: 20, right: 20, bottom: 20, left: 20 };

const all = (red: number, green: number, blue: number, alpha = 255) =>
  Uint8Array.from({ length: 16 }, (_, i) => [red, green, blue, alpha][i % 4]);

const SHOWN: SceneInput = {
  ...EMPTY,
  graph: SQUARE,
  places: CORNERS,
  extent: { x: 1, y: 1 },
  radii: Float32Array.of(12, 12, 12, 12),
  colours: all(255, 0, 0),
  marks: null,
  motion: 'tween',
  focus: null,
  incoming: [],
  beat: null,
};

let container: HTMLElement;
let scene: Scene;
let time: number;
let focused: (number | null)[];

beforeEach(() => {
  container = sceneContainer(400, 300);
  time = 0;
  focused = [];
  scene = createScene(container, {
    inset: () => INSET,
    now: () => time,
    onFocus: (node) => focused.push(node),
    onHover() {},
  });
});

afterEach(() => scene.kill());

function drawnPixel(node: number): number[] {
  scene.render();
  return pixelAt(container, scene.viewportOf(node));
}

describe('a mark', () => {
  /** The darkest pixel between a node's rim and what is left of it, away from all edges. */
  function darkest(node: number): number {
    scene.render();
    const { x, y } = scene.viewportOf(node);
    const beyond = Array.from({ length: 14 }, (_, i) => pixelAt(container, { x: x - 5 - i / 2, y }));
    return Math.min(...beyond.map(([red, green, blue, alpha]) => red + green + blue + 3 * (255 - alpha)));
  }

  it('is a ring of ink around the node, and goes when it is taken away', () => {
    scene.update(SHOWN);
    expect(darkest(0)).toBeGreaterThan(200);
    scene.update({ ...SHOWN, marks: Uint8Array.of(1, 0, 0, 0) });
    expect(darkest(0)).toBeLessThan(150);
    expect(darkest(3)).toBeGreaterThan(200);
    expect(drawnPixel(0)).toEqual([255, 0, 0, 255]);
    expect([...scene.drawn().marks]).toEqual([1, 0, 0, 0]);
    scene.update(SHOWN);
    expect(darkest(0)).toBeGreaterThan(200);
    expect([...scene.drawn().marks]).toEqual([0, 0, 0, 0]);
  });
});

describe('a step', () => {
  const MOVED = CORNERS.map((value) => value / 2);
  const MOVED_BLUE = {
    positions: MOVED,
    radii: SHOWN.radii,
    colours: all(0, 0, 255),
    marks: new Uint8Array(4),
    moving: false,
  };

  it('draws the start, the middle and the end of its tween', () => {
    scene.update(SHOWN);
    expect(drawnPixel(0)).toEqual([255, 0, 0, 255]);
    const start = scene.viewportOf(0);

    scene.update({ ...SHOWN, places: MOVED, colours: all(0, 0, 255) });
    expect(scene.viewportOf(0)).toEqual(start);
    expect(drawnPixel(0)).toEqual([255, 0, 0, 255]);

    time = STEP_MS / 2;
    const [red, , blue] = drawnPixel(0);
    expect(red + blue).toBeGreaterThan(250);
    expect(blue).toBeGreaterThan(128);
    expect(red).toBeGreaterThan(10);
    const half = scene.drawn();
    expect(half.moving).toBe(true);
    expect(Math.abs(half.positions[0])).toBeGreaterThan(0.5);
    expect(Math.abs(half.positions[0])).toBeLessThan(1);

    time = STEP_MS;
    expect(drawnPixel(0)).toEqual([0, 0, 255, 255]);
    expect(scene.drawn()).toEqual(MOVED_BLUE);
  });

  it('turns to another target from where it stands', () => {
    scene.update(SHOWN);
    scene.update({ ...SHOWN, places: MOVED, colours: all(0, 0, 255) });
    time = 100;
    const before = scene.drawn();
    scene.update({ ...SHOWN, places: CORNERS.map((value) => -value), colours: all(0, 255, 0) });
    const after = scene.drawn();
    for (const [i, value] of after.positions.entries()) expect(value).toBeCloseTo(before.positions[i], 5);
    expect(after.colours).toEqual(before.colours);
    time = 100 + STEP_MS;
    expect(scene.drawn().positions).toEqual(CORNERS.map((value) => -value));
  });

  it('leaves the camera where it is', () => {
    scene.update(SHOWN);
    const [a, b] = [scene.viewportOf(0), scene.viewportOf(2)];
    expect(Math.min(a.x, b.x, a.y, b.y)).toBeGreaterThanOrEqual(19.9);
    scene.update({ ...SHOWN, places: MOVED });
    time = STEP_MS;
    const [c, d] = [scene.viewportOf(0), scene.viewportOf(2)];
    expect(d.x - c.x).toBeCloseTo((b.x - a.x) / 2, 3);
    expect((c.x + d.x) / 2).toBeCloseTo((a.x + b.x) / 2, 3);
  });

  it('is immediate for those who want less motion', () => {
    scene.kill();
    const still = { matches: true, addEventListener() {}, removeEventListener() {} };
    const spy = vi.spyOn(window, 'matchMedia').mockReturnValue(still as unknown as MediaQueryList);
    scene = createScene(container, { inset: () => INSET, now: () => time, onFocus() {}, onHover() {} });
    spy.mockRestore();
    scene.update(SHOWN);
    scene.update({
      ...SHOWN,
      places: MOVED,
      colours: all(0, 0, 255),
      focus: 0,
      incoming: [{ from: 1, strength: 1 }],
      beat: { hop: 1, goal: 1 },
    });
    expect(scene.drawn()).toEqual(MOVED_BLUE);
  });

  it('fades what is not there into the paper', () => {
    scene.update({ ...SHOWN, colours: all(255, 0, 0, 0) });
    expect(drawnPixel(1)).toEqual([250, 250, 240, 255]);
  });

  it('uploads its points once and its frames nothing', () => {
    scene.update(SHOWN);
    scene.render();
    const uploads = vi.spyOn(canvasOf(container, 'nodes').getContext('webgl2')!, 'texImage2D');
    scene.update({ ...SHOWN, places: MOVED, colours: all(0, 0, 255) });
    scene.render();
    expect(uploads).toHaveBeenCalledTimes(3);
    for (time = 0; time <= STEP_MS; time += 30) scene.render();
    expect(uploads).toHaveBeenCalledTimes(3);
    uploads.mockRestore();
  });
});

describe('a layout in progress', () => {
  it('moves nodes at once and lets colours go on', () => {
    scene.update({ ...SHOWN, motion: 'live' });
    scene.update({ ...SHOWN, motion: 'live', colours: all(0, 0, 255) });
    const places = CORNERS.map((value) => value * 0.7);
    scene.update({ ...SHOWN, motion: 'live', colours: SHOWN.colours, places });
    expect(scene.drawn().positions).toEqual(places);
    time = STEP_MS / 3;
    expect(scene.drawn().positions).toEqual(places);
  });
});

describe('the pointer', () => {
  it('picks the node that is seen, before, during and after a tween', () => {
    const turned = Float32Array.of(1, -1, 1, 1, -1, 1, -1, -1);
    scene.update(SHOWN);
    for (const moment of [0, STEP_MS / 2, STEP_MS]) {
      if (moment > 0 && time === 0) scene.update({ ...SHOWN, places: turned });
      time = moment;
      for (let node = 0; node < 4; node++) {
        scene.render();
        click(container, scene.viewportOf(node));
      }
    }
    expect(focused).toEqual([0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3]);
  });

  it('clears the focus on the background', () => {
    scene.update(SHOWN);
    scene.render();
    click(container, { x: 200, y: 150 });
    expect(focused).toEqual([null]);
  });
});

describe('the focus', () => {
  it('sends beads along its edges at each hop, which then stay', () => {
    scene.update(SHOWN);
    const hearing = { ...SHOWN, focus: 0, incoming: [{ from: 1, strength: 1 }] };
    scene.update({ ...hearing, beat: { hop: 1, goal: 1 } });
    expect(scene.drawn().moving).toBe(true);
    time = 5000;
    expect(scene.drawn().moving).toBe(false);
    scene.update({ ...hearing, beat: { hop: 2, goal: 1 } });
    expect(scene.drawn().moving).toBe(true);
    time = 10_000;
    scene.update({ ...hearing, incoming: [{ from: 1, strength: 0.5 }], beat: { hop: 2, goal: 1 } });
    expect(scene.drawn().moving).toBe(false);
  });

  it('lets its messages meet when they are sent on, and come back out when they are called back', () => {
    const hearing = { ...SHOWN, focus: 0, incoming: [{ from: 1, strength: 1 }] };
    scene.update(SHOWN);
    scene.update({ ...hearing, beat: { hop: 1, goal: 1 } });
    time = 5000;
    scene.render();
    const waiting = inkOn(container, 'under');
    scene.update({ ...hearing, beat: { hop: 1, goal: 2 } });
    expect(scene.drawn().moving).toBe(true);
    time = 10_000;
    scene.render();
    expect(scene.drawn().moving).toBe(false);
    expect(inkOn(container, 'under'), 'the bead has left the edge').toBeLessThan(waiting);
    scene.update({ ...hearing, beat: { hop: 1, goal: 1 } });
    time = 15_000;
    scene.render();
    expect(inkOn(container, 'under')).toBe(waiting);
  });

  it('is not needed for messages to be seen: then they glow along every edge, and go', () => {
    const middle = () => {
      scene.render();
      const [from, to] = [scene.viewportOf(0), scene.viewportOf(1)];
      // The edge lies between two rows of pixels.
      return pixelAt(container, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 1 }, 'edges');
    };
    scene.update(SHOWN);
    const quiet = middle();
    scene.update({ ...SHOWN, beat: { hop: 1, goal: 1 } });
    expect(middle(), 'nothing is half-way yet').toEqual(quiet);
    time = TRAVEL_MS / 2;
    const [red, green] = middle();
    expect(red - green).toBeGreaterThan(quiet[0] - quiet[1] + 20);
    time = TRAVEL_MS;
    expect(middle()).toEqual(quiet);
  });

  it('draws markup in a name as text', () => {
    scene.update({ ...SHOWN, focus: 2 });
    scene.render();
    expect(container.querySelector('i')).toBeNull();
  });
});

describe('its life', () => {
  it('survives a container without size and draws when it has one', () => {
    scene.kill();
    container.style.width = '0';
    scene = createScene(container, { inset: () => INSET, now: () => time, onFocus() {}, onHover() {} });
    scene.update(SHOWN);
    scene.update({ ...SHOWN, colours: all(0, 0, 255) });
    container.style.width = '400px';
    time = STEP_MS;
    expect(drawnPixel(0)).toEqual([0, 0, 255, 255]);
  });

  it('shows another graph, and none', () => {
    scene.update(SHOWN);
    const pair = { ...SQUARE, nodeCount: 2, pointCount: 2, lines: { source: [0], target: [1], directed: false } };
    scene.update({ ...SHOWN, graph: pair, places: Float32Array.of(-1, 0, 1, 0), colours: all(0, 255, 0) });
    expect(drawnPixel(1)).toEqual([0, 255, 0, 255]);
    expect(scene.drawn().positions).toHaveLength(4);
    scene.update(null);
    scene.render();
    expect(scene.drawn().positions).toHaveLength(0);
    expect(() => scene.viewportOf(0)).toThrow(/no node 0/);
  });

  it('can be built and killed again and again in one container, and leaves nothing behind', () => {
    scene.update(SHOWN);
    for (let i = 0; i < 20; i++) {
      scene.kill();
      expect(container.childElementCount).toBe(0);
      scene = createScene(container, { inset: () => INSET, now: () => time, onFocus() {}, onHover() {} });
      scene.update(SHOWN);
    }
    expect(drawnPixel(0)).toEqual([255, 0, 0, 255]);
  });

  it('says what is missing in a browser without WebGL, and leaves nothing behind', () => {
    scene.kill();
    const original = HTMLCanvasElement.prototype.getContext;
    const spy = vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockImplementation(function (
      this: HTMLCanvasElement,
      ...[kind, settings]: [string, unknown?]
    ) {
      return kind.includes('webgl') ? null : Reflect.apply(original, this, [kind, settings]);
    } as typeof original);
    expect(() => createScene(container, { inset: () => INSET, onFocus() {}, onHover() {} })).toThrow(
      /WebGL 2.*turn its 3-D graphics on/,
    );
    spy.mockRestore();
    expect(container.childElementCount).toBe(0);
    scene = createScene(container, { inset: () => INSET, onFocus() {}, onHover() {} });
  });

  it('says when its graphics are taken away', () => {
    scene.kill();
    const lost = vi.fn();
    scene = createScene(container, { inset: () => INSET, now: () => time, onFocus() {}, onHover() {}, onLost: lost });
    scene.update(SHOWN);
    const gone = new Promise((resolve) => canvasOf(container, 'nodes').addEventListener('webglcontextlost', resolve));
    canvasOf(container, 'nodes').getContext('webgl2')!.getExtension('WEBGL_lose_context')!.loseContext();
    return gone.then(() => expect(lost).toHaveBeenCalledOnce());
  });
});

describe('a crowd of lines', () => {
  /** As short as they are many: software draws them, too. */
  const LINES = 60_000;
  /** As long as a busy machine needs: only a hang fails. */
  const PATIENTLY = { timeout: 10_000 };
  const ends = (node: number) => new Int32Array(LINES).fill(node);
  const crowd: SceneInput = {
    ...SHOWN,
    places: CORNERS.map((value) => value / 200),
    graph: { ...SQUARE, lines: { source: ends(0), target: ends(1), directed: false }, held: null },
  };

  /** Of a line without a head. */
  const VERTICES = 6;

  const contextOf = (layer: string) => {
    const gl = canvasOf(container, layer).getContext('webgl2');
    if (!gl) throw new Error(`${layer} are drawn without WebGL 2`);
    return gl;
  };

  const frame = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

  /** Listens to what the graphics are asked to draw. */
  function watchLines() {
    const gl = contextOf('edges');
    const { drawArrays, clear } = gl;
    const seen = { onScreen: 0, largest: 0, beginnings: 0 };
    gl.clear = (mask) => {
      seen.onScreen = 0;
      seen.beginnings++;
      clear.call(gl, mask);
    };
    gl.drawArrays = (mode, first, count) => {
      expect(first / VERTICES, 'upon what is there').toBe(seen.onScreen);
      seen.onScreen += count / VERTICES;
      seen.largest = Math.max(seen.largest, count / VERTICES);
      drawArrays.call(gl, mode, first, count);
    };
    return seen;
  }

  it('is drawn in part while anything moves, and bit by bit at rest', async () => {
    const lines = watchLines();
    scene.update(crowd);
    scene.render();
    expect(lines).toEqual({ onScreen: 5_000, largest: 5_000, beginnings: expect.any(Number) });
    const nodes = vi.spyOn(contextOf('nodes'), 'drawArrays');
    const { beginnings } = lines;
    await vi.waitUntil(() => lines.onScreen === LINES, PATIENTLY);
    expect([lines.largest, lines.beginnings]).toEqual([5_000, beginnings]);
    expect(nodes).not.toHaveBeenCalled();

    scene.update({ ...crowd, places: CORNERS.map((value) => value / 100) });
    scene.render();
    expect(lines.onScreen).toBe(5_000);
    time += STEP_MS;
    await vi.waitUntil(() => lines.onScreen === LINES, PATIENTLY);
    scene.zoom(2);
    await vi.waitUntil(() => lines.onScreen === 5_000, PATIENTLY);
    await vi.waitUntil(() => lines.onScreen === LINES, PATIENTLY);
    expect(lines.largest).toBe(5_000);
  });

  it('stays as it is while only what lies over it changes', async () => {
    const lines = watchLines();
    scene.update(crowd);
    await vi.waitUntil(() => lines.onScreen === LINES, PATIENTLY);
    const { beginnings } = lines;
    scene.update({ ...crowd, hovered: 2 });
    await frame();
    expect(lines).toMatchObject({ onScreen: LINES, beginnings });
  });

  it('is whole at once in a picture, which leaves it whole', async () => {
    const lines = watchLines();
    scene.update(crowd);
    scene.render();
    scene.picture(2);
    expect([lines.onScreen, lines.largest]).toEqual([LINES, LINES]);
    const { beginnings } = lines;
    await frame();
    expect([lines.onScreen, lines.beginnings]).toEqual([LINES, beginnings]);
  });
});
