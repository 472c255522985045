import { UndirectedGraph } from 'graphology';
import Sigma from 'sigma';
import { animateNodes } from 'sigma/utils';
import { graphFromPlain } from '../../src/graph/from-plain';
import type { Graph } from '../../src/graph/graph';
import { seededRandom } from '../../src/graph/random';
import { graphDrawing } from '../../src/scene/drawings';
import { EMPTY, type SceneInput } from '../../src/scene/input';
import { createScene } from '../../src/scene/scene';
import { STEP_MS } from '../../src/scene/tween';

/**
 * What hop transitions take of the page's thread, in milliseconds: every callback of a frame is timed, whosever it is. The
 * drawing itself is done by the browser's graphics process and is no part of it, unless a call waits for it.
 */
export interface SceneTimes {
  /** A frame on the way: median of so many. */
  frame: number;
  frames: number;
  /** Setting out for other places and colours, its first frame with the uploads included: median. */
  retarget: number;
  /** The slowest frame after the motion is over, in which names find their new places: median. */
  settle: number;
  /** From setting out to the first picture, drawn to the end by the graphics: median. */
  picture: number;
  /** A picture of all lines, as each is without sparing in motion. */
  fullPicture: number;
  /** Sigma's own way, `animateNodes` to the same places and sizes (it animates no colours): a frame, median. */
  sigma: number;
}

/** As many as a person steps through a graph: the first ones run code that is not compiled yet. */
const TRANSITIONS = 6;
const PICTURES = 2;
const SIGMA_FRAMES = 4;
/** Milliseconds that the scene's clock goes on from frame to frame. */
const TICK = 30;
/** Small, so that software drawing keeps up; how large it is makes no difference to the page's thread. */
const SIZE = { width: '320px', height: '240px' };

export async function timeScene(nodes: number, edges: number): Promise<SceneTimes> {
  const random = seededRandom(1);
  const graph = graphFromPlain({
    nodes: Array.from({ length: nodes }, (_, v) => ({ id: String(v), label: `node ${v}` })),
    edges: Array.from({ length: edges }, (): [number, number] => [random.below(nodes), random.below(nodes)]),
  });
  const states = [0, 1].map(() => ({
    places: Float32Array.from({ length: 2 * nodes }, () => 2 * random.uniform() - 1),
    radii: Float32Array.from({ length: nodes }, () => 1 + 3 * random.uniform()),
    colours: Uint8Array.from({ length: 4 * nodes }, (_, i) => (i % 4 === 3 ? 255 : random.below(256))),
  }));
  const ours = await timeOurs(graph, states);
  return { ...ours, ...(await timePictures(graph, states)), sigma: await timeSigma(graph, states) };
}

type State = Pick<SceneInput, 'places' | 'radii' | 'colours'>;

async function timeOurs(graph: Graph, states: State[]): Promise<Omit<SceneTimes, 'sigma' | 'picture' | 'fullPicture'>> {
  const container = makeContainer();
  let clock = 0;
  const inset = { top: 0, right: 0, bottom: 0, left: 0 };
  const scene = createScene(container, { inset: () => inset, now: () => clock, onFocus() {}, onHover() {} });
  const input: SceneInput = { ...EMPTY, graph: graphDrawing(graph), motion: 'tween' };
  scene.update({ ...input, ...states[0] });
  const taken = { frame: [] as number[], retarget: [] as number[], settle: [] as number[] };
  const frames = watchFrames();
  await frames.quiet();
  for (let turn = 1; turn <= TRANSITIONS; turn++) {
    frames.forget();
    const start = performance.now();
    scene.update({ ...input, ...states[turn % 2] });
    const updated = performance.now() - start;
    await frames.next();
    taken.retarget.push(updated + frames.taken()[0]);
    for (; clock < turn * STEP_MS - TICK; clock += TICK) await frames.next();
    taken.frame.push(...frames.taken().slice(1));
    frames.forget();
    clock = turn * STEP_MS;
    await frames.quiet();
    taken.settle.push(Math.max(0, ...frames.taken()));
  }
  frames.stop();
  scene.kill();
  container.remove();
  return {
    frame: median(taken.frame),
    frames: taken.frame.length,
    retarget: median(taken.retarget),
    settle: median(taken.settle),
  };
}

/** Pictures large enough that what the graphics take is what it is for a person. */
const SCREEN = { width: '1000px', height: '750px' };

/** Each picture is waited for: the graphics process draws on its own. */
async function timePictures(graph: Graph, states: State[]): Promise<Pick<SceneTimes, 'picture' | 'fullPicture'>> {
  const container = makeContainer(SCREEN);
  let clock = 0;
  const inset = { top: 0, right: 0, bottom: 0, left: 0 };
  const scene = createScene(container, { inset: () => inset, now: () => clock, onFocus() {}, onHover() {} });
  const input: SceneInput = { ...EMPTY, graph: graphDrawing(graph), motion: 'tween' };
  const timed = (draw: () => void) => {
    const start = performance.now();
    draw();
    for (const layer of ['edges', 'nodes']) waitFor(container, layer);
    return performance.now() - start;
  };
  scene.update({ ...input, ...states[0] });
  timed(scene.render);
  const taken = { picture: [] as number[], fullPicture: [] as number[] };
  for (let turn = 1; turn <= PICTURES; turn++) {
    taken.picture.push(
      timed(() => {
        scene.update({ ...input, ...states[turn % 2] });
        scene.render();
      }),
    );
    clock = turn * STEP_MS;
    taken.fullPicture.push(timed(() => void scene.picture(window.devicePixelRatio)));
  }
  scene.kill();
  container.remove();
  return { picture: median(taken.picture), fullPicture: median(taken.fullPicture) };
}

/** Until a layer is drawn: a pixel of it can be read only then. */
function waitFor(container: HTMLElement, layer: string) {
  const gl = container.querySelector<HTMLCanvasElement>(`.sigma-${layer}`)?.getContext('webgl2');
  if (!gl) throw new Error(`the scene has no layer "${layer}"`);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
}

async function timeSigma(graph: Graph, states: State[]): Promise<number> {
  const container = makeContainer();
  const held = new UndirectedGraph();
  const targets = states.map(({ places, radii }) =>
    Object.fromEntries(
      Array.from({ length: graph.nodeCount }, (_, v) => [
        v,
        { x: places[2 * v], y: places[2 * v + 1], size: radii[v] },
      ]),
    ),
  );
  for (let v = 0; v < graph.nodeCount; v++) held.addNode(v, targets[0][v]);
  for (let e = 0; e < graph.edgeCount; e++) held.mergeEdge(graph.source[e], graph.target[e]);
  const sigma = new Sigma(held, container);
  const frames = watchFrames();
  await frames.quiet();
  frames.forget();
  const stop = animateNodes(held, targets[1], { duration: 1e6 });
  while (frames.taken().length < SIGMA_FRAMES) await frames.next();
  stop();
  const taken = frames.taken();
  frames.stop();
  sigma.kill();
  container.remove();
  return median(taken);
}

function makeContainer(size = SIZE): HTMLElement {
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'absolute', inset: '0', ...size });
  document.body.append(container);
  return container;
}

/** Frames without any callback after which nothing is under way any more. */
const QUIET_FRAMES = 3;

/** Times what the callbacks of each frame take together, until `stop`. */
function watchFrames() {
  const ask = window.requestAnimationFrame.bind(window);
  const byFrame = new Map<number, number>();
  window.requestAnimationFrame = (callback) =>
    ask((time) => {
      const start = performance.now();
      callback(time);
      byFrame.set(time, (byFrame.get(time) ?? 0) + performance.now() - start);
    });
  const next = () => new Promise<void>((resolve) => ask(() => setTimeout(resolve)));
  return {
    /** Of every frame since `forget` that had any. */
    taken: () => [...byFrame.values()],
    forget: () => byFrame.clear(),
    next,
    async quiet() {
      for (let still = 0; still < QUIET_FRAMES; ) {
        const before = byFrame.size;
        await next();
        still = byFrame.size === before ? still + 1 : 0;
      }
    },
    stop() {
      window.requestAnimationFrame = ask;
    },
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
