import { UndirectedGraph } from 'graphology';
import { watchTheme } from '../encoding/shown-theme';
import { areCrowd } from '../graph/limits';
import { createHomeCamera } from './camera';
import { createFilling, evenly } from './crowd';
import { followDrags } from './drag';
import type { Inset } from './frame';
import type { SceneHandle } from './handles';
import { EMPTY, type SceneInput } from './input';
import { createJourney } from './journey';
import { followLasso } from './lasso';
import { lookOf } from './look';
import { nodeScale, spacing } from './node-scale';
import { drawsInSoftware, openSigma } from './open-sigma';
import { createOverlays, sameButForOverlays } from './overlays';
import { nodeAt } from './picking';
import { pictureOf } from './picture';
import { listenToPointer } from './pointer';
import { followSize } from './sizing';
import { emptyStage, isCurved, type Lines } from './stage';
import { readTheme } from './theme';
import {
  createTween,
  hasFaded,
  place,
  placeAt,
  placeOne,
  progressOf,
  retarget,
  STEP_MS,
  type TweenTarget,
} from './tween';
import { fillDiscs, strokeLines } from './vector';
import { inFrame, nodesDrawn, nodesInside, viewOf } from './view';

/** A layout that has not moved for so long has settled. */
const QUIET_MS = 250;

export interface SceneOptions {
  /** What stays free around the drawing in a view of so many CSS pixels' width. */
  inset(width: number): Inset;
  /** A node was clicked, or the background (null), with Shift held or not. */
  onFocus(node: number | null, shift: boolean): void;
  /** The pointer is over a node, or over none (null). */
  onHover(node: number | null): void;
  /** Whether a drag draws a lasso; it does not when left out. */
  lasso?(): boolean;
  /** A node was pulled to a place in the frame. */
  onDrag?(node: number, x: number, y: number): void;
  /** A lasso was drawn around these nodes. */
  onLasso?(nodes: number[]): void;
  /** The first nodes are on the canvas. */
  onPainted?(): void;
  /** The browser took the graphics away: this scene draws no more and must be built anew. */
  onLost?(): void;
  /** Milliseconds; tests bring their own clock. */
  now?(): number;
}

export interface Scene extends SceneHandle {
  /** Whether its graphics are computed by the processor. */
  software: boolean;
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
  const journey = createJourney(now, () => reducedMotion.matches);
  const stage = emptyStage();
  let theme = readTheme();
  let input: SceneInput | null = null;
  /** (N) each node's attributes in graphology. */
  let held: object[] = [];
  let painted = false;
  /** Whether all that belongs to where the nodes are has followed their last motion. */
  let settled = true;
  let placedAt = -Infinity;
  let wake: ReturnType<typeof setTimeout> | undefined;
  /** Whether there are too many lines for all to be drawn while anything moves. */
  let crowd = false;
  /** All lines whatever moves: for a picture that is kept. */
  let whole = false;

  const camera = createHomeCamera(
    () => sigma,
    options.inset,
    () => reducedMotion.matches,
  );
  const sigma = openSigma(container, new UndirectedGraph(), stage, {
    still: reducedMotion.matches,
    homeRatio: camera.homeRatio,
    nodeAt: (place) => nodeAt(stage, inFrame(viewOf(sigma), place), viewOf(sigma).scale, radiusFactor()),
  });
  const software = drawsInSoftware(sigma);
  const overlays = createOverlays(sigma, stage, {
    theme: () => theme,
    travelled: journey.travelled,
    radiusFactor,
    settled: () => settled,
  });
  const filling = createFilling(() => {
    if (!sizing.hidden()) sigma.scheduleRender();
  });
  sigma.getCamera().on('updated', filling.anew);
  const unwatch = watchTheme(() => {
    theme = readTheme();
    restyle();
    redraw();
  });

  sigma.on('beforeRender', () => {
    stage.progress = progressOf(stage.tween, now());
    const come = journey.travelled();
    stage.pulse = !crowd && input?.focus === null && come !== null && come < 1 ? come : null;
    stage.lineSpan = filling.next(whole);
  });
  sigma.on('afterRender', () => {
    overlays.paint();
    if (!painted && stage.nodeCount > 0) {
      painted = true;
      options.onPainted?.();
    }
    if (stage.progress < 1) redraw();
    else if (moving() || filling.unfinished()) sigma.scheduleRender();
    if (!settled && !moving()) settleWhenQuiet();
  });
  const dragEnds = followDrags(sigma, {
    can: () => options.onDrag !== undefined && (input?.movable ?? false),
    onMove(node, to) {
      const { x, y } = inFrame(viewOf(sigma), to);
      placeOne(stage.tween, node, x, y);
      redraw();
    },
    onEnd(node, to) {
      const { x, y } = inFrame(viewOf(sigma), to);
      options.onDrag?.(node, x, y);
    },
  });
  listenToPointer(sigma, options.onFocus, dragEnds, options.onHover);
  const unfollow = followLasso(container, {
    active: () => options.lasso?.() ?? false,
    onPath(drawn) {
      overlays.setLasso(drawn);
      repaint();
    },
    onEnd: (drawn) => options.onLasso?.(nodesInside(stage, drawn, viewOf(sigma), progressOf(stage.tween, now()))),
  });

  // What Sigma says of its size may be ahead of what it has been told here.
  const sizing = followSize(container, sigma.getDimensions(), () => {
    sigma.resize();
    camera.resized();
    scaleNodes();
    render();
  });
  const canvases = Object.values(sigma.getCanvases());
  const lost = () => options.onLost?.();
  for (const canvas of canvases) canvas.addEventListener('webglcontextlost', lost);
  // Names drawn before their font has come are drawn again in it.
  let alive = true;
  void document.fonts.ready.then(() => {
    if (alive && stage.nodeCount > 0) sigma.scheduleRender();
  });

  function update(given: SceneInput | null) {
    const next = given ?? EMPTY;
    const before = input;
    // Nothing on nothing is no new picture.
    if (next === before) return;
    journey.goOn(next.beat, next.focus);
    input = next;
    overlays.show(next);
    const still = sizing.hidden() || reducedMotion.matches;
    if (before?.graph !== next.graph) show(next, before?.graph.family);
    else {
      const places = next.places !== before.places;
      const looks = next.colours !== before.colours || next.radii !== before.radii;
      if (places && next.motion === 'live') {
        place(stage.tween, next.places);
        placedAt = now();
      }
      if (looks || (places && next.motion === 'tween')) {
        const { radii, colours } = next;
        setOut({ places: next.motion === 'tween' ? next.places : undefined, radii, colours }, still ? 0 : STEP_MS);
      }
      if (places || looks) settled = false;
      if (next.marks !== before.marks) mark(next.marks);
      if (next.extent !== before.extent) camera.follow(next.extent, next.motion === 'live' || still ? 0 : STEP_MS);
      if (places && next.motion === 'live') scaleNodes();
      if (next.lineStrength !== before.lineStrength) restyle();
      if (next.lineColours !== before.lineColours) drawLines(next.graph.lines, next.lineColours);
    }
    if (sizing.hidden()) return;
    if (before && sameButForOverlays(before, next)) repaint();
    else redraw();
  }

  function setOut(goal: TweenTarget, duration: number) {
    retarget(stage.tween, goal, now(), duration);
    stage.fading = hasFaded(stage.tween);
  }

  function mark(marks: Uint8Array | null) {
    stage.marks = marks;
    stage.shapeVersion++;
  }

  /** A new graph: everything at once, the camera at home, or where it is if this is an edit of the graph before. */
  function show({ graph, places, radii, colours, marks, lineColours, extent }: SceneInput, family?: object) {
    stage.nodeCount = graph.nodeCount;
    drawLines(graph.lines, lineColours);
    mark(marks);
    stage.tween = createTween(graph.pointCount);
    setOut({ places, radii, colours }, 0);
    settled = true;
    overlays.forgetNames();
    restyle();
    const nodes = graph.held ?? new UndirectedGraph();
    for (let v = 0; v < graph.nodeCount; v++) nodes.mergeNode(String(v), { x: places[2 * v], y: places[2 * v + 1] });
    held = nodes.mapNodes((_, attributes) => attributes);
    sigma.setGraph(nodes);
    if (family && graph.family === family) camera.follow(extent, sizing.hidden() ? 0 : STEP_MS);
    else camera.show(extent);
    scaleNodes();
  }

  function drawLines(lines: Lines, colours: Uint8Array | null) {
    const all = Array.from({ length: lines.source.length }, (_, line) => line);
    stage.lines = { ...lines, colours: colours ?? undefined };
    crowd = areCrowd(all.length, software);
    filling.of(all.length, crowd);
    const ordered = (some: number[]) => (crowd ? evenly(Int32Array.from(some)) : Int32Array.from(some));
    stage.straight = ordered(all.filter((line) => !isCurved(lines, line)));
    stage.curved = ordered(all.filter((line) => isCurved(lines, line)));
    stage.shapeVersion++;
  }

  function restyle() {
    if (!input) return;
    stage.look = lookOf(theme, input.graph, input.lineStrength ?? 1);
  }

  /** Nodes as large as the view has room for them. Points of an embedding may lie on each other: that is what it shows. */
  function scaleNodes() {
    if (!input) return;
    const { width, height } = sigma.getDimensions();
    const { graph, places, radii } = input;
    const gap = graph.kind === 'edges' ? spacing(places, graph.nodeCount) * camera.homePixels() : null;
    stage.nodeScale = nodeScale(radii, Math.min(width, height), gap);
  }

  /** Once a motion is over: graphology learns where the nodes are, and names find their places. */
  function settleWhenQuiet() {
    const wait = placedAt + QUIET_MS - now();
    clearTimeout(wake);
    if (wait > 0) {
      wake = setTimeout(() => sigma.scheduleRender(), wait);
      return;
    }
    settled = true;
    overlays.forgetNames();
    held.forEach((attributes, v) => {
      Object.assign(attributes, placeAt(stage.tween, v, 1));
    });
    sigma.scheduleRender();
  }

  function moving(): boolean {
    // The messages of all nodes are not seen in a crowd.
    const messages = journey.underWay() && !(crowd && input?.focus === null);
    return progressOf(stage.tween, now()) < 1 || messages;
  }

  /** On all radii, in the frame being drawn. */
  function radiusFactor(): number {
    return sigma.scaleSize(1) * stage.nodeScale;
  }

  /** What lies under the nodes and over them, where they are at rest: that draws no line anew. */
  function repaint() {
    if (moving()) sigma.scheduleRender();
    else overlays.paint();
  }

  function paintOn(context: CanvasRenderingContext2D) {
    stage.progress = progressOf(stage.tween, now());
    const at = overlays.spots();
    const lines = () => {
      strokeLines(context, stage, at, sigma.scaleSize(1));
      return context;
    };
    const nodes = () => {
      fillDiscs(context, stage, at);
      return context;
    };
    overlays.paintWith(lines, nodes);
  }

  /** With the next frame, from the first line on. */
  function redraw() {
    filling.anew();
    sigma.scheduleRender();
  }

  function render() {
    filling.anew();
    sigma.refresh({ partialGraph: { nodes: [] }, skipIndexation: true, schedule: false });
  }

  function drawn() {
    return { ...nodesDrawn(stage, progressOf(stage.tween, now())), moving: moving() };
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
    filling.kill();
    unwatch();
    unfollow();
    sizing.stop();
    for (const canvas of canvases) canvas.removeEventListener('webglcontextlost', lost);
    sigma.kill();
    container.style.cursor = '';
  }

  function picture(ratio: number) {
    whole = true;
    try {
      return pictureOf(sigma, ratio, render);
    } finally {
      whole = false;
    }
  }

  return {
    software,
    update,
    render,
    kill,
    drawn,
    viewportOf,
    flyTo,
    fit: camera.fit,
    zoom: camera.zoom,
    picture,
    paintOn,
  };
}
