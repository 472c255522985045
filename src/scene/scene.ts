import type Graphology from 'graphology';
import { UndirectedGraph } from 'graphology';
import { watchTheme } from '../encoding/shown-theme';
import { createHomeCamera } from './camera';
import type { Inset } from './frame';
import type { SceneHandle } from './handles';
import { EMPTY, type SceneInput } from './input';
import { addLayer } from './layer';
import { lookOf } from './look';
import { ease, TRAVEL_MS } from './messages';
import { nodeScale, spacing } from './node-scale';
import { openSigma } from './open-sigma';
import { type Overlay, paintOver, paintUnder } from './painter';
import { listenToPointer } from './pointer';
import { pictureOf } from './picture';
import { emptyStage, loopsOf } from './stage';
import { nodeName } from './strokes';
import { readTheme } from './theme';
import { fillDiscs, strokeLines } from './vector';
import { colourAt, createTween, hasFaded, place, placeAt, progressOf, retarget, type TweenTarget } from './tween';

/** How long a step takes. */
export const STEP_MS = 300;

/** A layout that has not moved for so long has settled. */
const QUIET_MS = 250;

export interface SceneOptions {
  inset: Inset;
  /** A node was clicked, or the background (null), with Shift held or not. */
  onFocus(node: number | null, shift: boolean): void;
  /** The first nodes are on the canvas. */
  onPainted?(): void;
  /** The browser took the graphics away: this scene draws no more and must be built anew. */
  onLost?(): void;
  /** Milliseconds; tests bring their own clock. */
  now?(): number;
}

export interface Scene extends SceneHandle {
  /** @param input null clears the scene. */
  update(input: SceneInput | null): void;
  /** Draws a frame now. */
  render(): void;
  kill(): void;
}

/**
 * One Sigma instance in a container, which it owns until `kill`. It draws what `update` says and nothing of its own; a hidden
 * container is left alone until it is seen.
 *
 * @throws when the browser gives no WebGL 2.
 */
export function createScene(container: HTMLElement, options: SceneOptions): Scene {
  const now = options.now ?? (() => performance.now());
  const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)');
  const stage = emptyStage();
  let theme = readTheme();
  let input: SceneInput | null = null;
  let nodes: Graphology = new UndirectedGraph();
  let hidden = false;
  let painted = false;
  let hovered: number | null = null;
  /** When the messages set out; null when none are under way. */
  let sentAt: number | null = null;
  /** Sigma's own copy of the positions, which names hang on, is behind what is drawn. */
  let uncommitted = false;
  let placedAt = -Infinity;
  let wake: ReturnType<typeof setTimeout> | undefined;

  const camera = createHomeCamera(
    () => sigma,
    options.inset,
    () => reducedMotion.matches,
  );
  const sigma = openSigma(container, nodes, stage, {
    still: reducedMotion.matches,
    homeRatio: camera.homeRatio,
    drawName,
  });
  const under = addLayer(sigma, 'under', 'nodes');
  const over = addLayer(sigma, 'over', 'mouse');
  const unwatch = watchTheme(() => {
    theme = readTheme();
    restyle();
    sigma.scheduleRender();
  });

  sigma.on('beforeRender', () => {
    stage.progress = progressOf(stage.tween, now());
  });
  sigma.on('afterRender', () => {
    paint();
    if (!painted && stage.nodeCount > 0) {
      painted = true;
      options.onPainted?.();
    }
    if (moving()) sigma.scheduleRender();
    else if (uncommitted) commitWhenQuiet();
  });
  listenToPointer(sigma, options.onFocus, hover);

  const sizes = new ResizeObserver(() => {
    hidden = container.clientWidth === 0 || container.clientHeight === 0;
    if (hidden) return;
    sigma.resize();
    camera.resized();
    scaleNodes();
    render();
  });
  sizes.observe(container);
  const canvases = Object.values(sigma.getCanvases());
  const lost = () => options.onLost?.();
  for (const canvas of canvases) canvas.addEventListener('webglcontextlost', lost);
  // Names drawn before their font has come are drawn again in it.
  let alive = true;
  void document.fonts.ready.then(() => {
    if (alive) sigma.scheduleRender();
  });

  function update(given: SceneInput | null) {
    const next = given ?? EMPTY;
    const before = input;
    input = next;
    const still = hidden || reducedMotion.matches;
    if (before?.graph !== next.graph) show(next);
    else {
      const places = next.places !== before.places;
      const colours = next.colours !== before.colours;
      if (places && next.motion === 'live') {
        place(stage.tween, next.places);
        placedAt = now();
      }
      if (colours || (places && next.motion === 'tween')) {
        const goal = { places: next.motion === 'tween' ? next.places : undefined, colours: next.colours };
        setOut(goal, still ? 0 : STEP_MS);
      }
      if (places) uncommitted = true;
      if (next.marks !== before.marks) mark(next.marks);
      if (next.extent !== before.extent) camera.setExtent(next.extent, false);
      if (places && next.motion === 'live') scaleNodes();
      if (next.lineStrength !== before.lineStrength) restyle();
    }
    if (next.beat === null) sentAt = null;
    else if (next.beat !== before?.beat || next.focus !== before.focus) sentAt = now();
    if (!hidden) sigma.scheduleRender();
  }

  function setOut(goal: TweenTarget, duration: number) {
    retarget(stage.tween, goal, now(), duration);
    stage.fading = hasFaded(stage.tween);
  }

  function mark(marks: Uint8Array | null) {
    stage.marks = marks;
    stage.shapeVersion++;
  }

  /** A new graph: everything at once, the camera at home. */
  function show({ graph, places, colours, marks, extent }: SceneInput) {
    stage.nodeCount = graph.nodeCount;
    stage.radii = graph.radii;
    stage.lines = graph.lines;
    mark(marks);
    stage.tween = createTween(graph.pointCount);
    setOut({ places, colours }, 0);
    stage.loops = loopsOf(graph.lines);
    hovered = null;
    sentAt = null;
    restyle();
    nodes = graph.held ?? new UndirectedGraph();
    for (let v = 0; v < graph.nodeCount; v++) {
      const label = graph.names?.[v] ?? null;
      nodes.mergeNode(String(v), { x: places[2 * v], y: places[2 * v + 1], size: graph.radii[v], label });
    }
    uncommitted = false;
    sigma.setGraph(nodes);
    camera.setExtent(extent, true);
    scaleNodes();
  }

  function restyle() {
    if (!input) return;
    stage.look = lookOf(theme, input.graph, input.lineStrength ?? 1);
  }

  /** Nodes as large as the view has room for them. Points of an embedding may lie on each other: that is what it shows. */
  function scaleNodes() {
    if (!input) return;
    const { width, height } = sigma.getDimensions();
    const { graph, places } = input;
    const gap = graph.kind === 'edges' ? spacing(places, graph.nodeCount) * camera.homePixels() : null;
    stage.nodeScale = nodeScale(graph.radii, Math.min(width, height), gap);
  }

  /** Puts what is drawn into graphology, once a motion is over, and lets Sigma lay out its names by it. */
  function commitWhenQuiet() {
    const wait = placedAt + QUIET_MS - now();
    clearTimeout(wake);
    if (wait > 0) {
      wake = setTimeout(() => sigma.scheduleRender(), wait);
      return;
    }
    uncommitted = false;
    for (let v = 0; v < stage.nodeCount; v++)
      Object.assign(nodes.getNodeAttributes(String(v)), placeAt(stage.tween, v, 1));
    sigma.refresh({ partialGraph: { nodes: [] }, schedule: true });
  }

  function moving(): boolean {
    return progressOf(stage.tween, now()) < 1 || (travelled() ?? 1) < 1;
  }

  /** How far the messages have come along their edges. */
  function travelled(): number | null {
    if (sentAt === null) return null;
    return reducedMotion.matches ? 1 : ease(Math.min(1, (now() - sentAt) / TRAVEL_MS));
  }

  /** Where a node is on the canvas in the frame being drawn. */
  function spotOf(node: number) {
    const { x, y } = placeAt(stage.tween, node, stage.progress);
    const point = sigma.framedGraphToViewport({ x: x / 2 + 0.5, y: y / 2 + 0.5 });
    return { ...point, radius: sigma.scaleSize(stage.radii[node]) * stage.nodeScale };
  }

  /** @param beneath @param above where to paint what lies under the nodes, and over them. */
  function paint(beneath = under.clear, above = over.clear) {
    if (!input) return;
    const { graph, focus, incoming, remark } = input;
    const overlay: Overlay = {
      ...{ theme, stage, at: spotOf, focus, incoming, hovered },
      travelled: travelled(),
      name: graph.name,
      describe: (node) => (remark ? [...graph.describe(node), remark(node)] : graph.describe(node)),
      width: sigma.getDimensions().width,
    };
    paintUnder(beneath(), overlay);
    paintOver(above(), overlay);
  }

  function paintOn(context: CanvasRenderingContext2D) {
    stage.progress = progressOf(stage.tween, now());
    const lines = () => {
      strokeLines(context, stage, spotOf, sigma.scaleSize(1));
      return context;
    };
    const nodes = () => {
      fillDiscs(context, stage, spotOf);
      for (const node of sigma.getNodeDisplayedLabels()) drawName(context, Number(node), input?.graph.names?.[Number(node)] ?? null);
      return context;
    };
    paint(lines, nodes);
  }

  /** Sigma chooses which names there is room for; none while nodes move, and none where one is said already. */
  function drawName(context: CanvasRenderingContext2D, node: number, name: string | null) {
    if (name === null || uncommitted || node === input?.focus || node === hovered) return;
    if (colourAt(stage.tween, node, 1)[3] === 255) nodeName(context, spotOf(node), name, theme);
  }

  function hover(node: number | null) {
    hovered = node;
    sigma.scheduleRender();
  }

  function render() {
    sigma.refresh({ partialGraph: { nodes: [] }, skipIndexation: true });
  }

  function drawn() {
    const u = progressOf(stage.tween, now());
    const positions = new Float32Array(2 * stage.nodeCount);
    const colours = new Uint8Array(4 * stage.nodeCount);
    for (let v = 0; v < stage.nodeCount; v++) {
      const { x, y } = placeAt(stage.tween, v, u);
      positions.set([x, y], 2 * v);
      colours.set(colourAt(stage.tween, v, u), 4 * v);
    }
    return { positions, colours, marks: stage.marks?.slice() ?? new Uint8Array(stage.nodeCount), moving: moving() };
  }

  function viewportOf(node: number) {
    if (!(node >= 0 && node < stage.nodeCount)) throw new Error(`There is no node ${node} in this view`);
    const { x, y } = placeAt(stage.tween, node, progressOf(stage.tween, now()));
    const cameraState = sigma.getCamera().getState();
    const point = sigma.framedGraphToViewport({ x: x / 2 + 0.5, y: y / 2 + 0.5 }, { cameraState });
    const box = container.getBoundingClientRect();
    return { x: box.left + point.x, y: box.top + point.y };
  }

  function flyTo(node: number) {
    if (!(node >= 0 && node < stage.nodeCount)) return;
    const { x, y } = placeAt(stage.tween, node, 1);
    camera.flyTo(x, y);
  }

  function kill() {
    alive = false;
    clearTimeout(wake);
    unwatch();
    sizes.disconnect();
    for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', lost);
    sigma.kill();
    container.style.cursor = '';
  }

  const picture = (ratio: number) => pictureOf(sigma, ratio, render);
  return { update, render, kill, drawn, viewportOf, flyTo, fit: camera.fit, zoom: camera.zoom, picture, paintOn };
}
