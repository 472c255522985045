import type { AbstractGraph } from 'graphology-types';
import Sigma from 'sigma';
import { isSoftwareGraphics } from '../graph/software-graphics';
import { createDiscs } from './gl/discs';
import { createEdges } from './gl/edges';
import { NO_WEBGL2, nothing, sigmaProgram } from './gl/sigma-program';
import type { Point } from './lasso';
import type { Stage } from './stage';

interface SigmaChoices {
  /** No glide after a drag and no animated zoom. */
  still: boolean;
  /** The camera's ratio at which sizes are those given, in pixels. */
  homeRatio(): number;
  /** The node that is seen at a place of the canvas, in CSS pixels. */
  nodeAt(place: Point): number | null;
}

/**
 * Sigma without what the scene does by itself: to tell which node is where Sigma draws their numbers as colours in every frame,
 * and hovered nodes it draws once more, on a device context of their own. And several things that change at once are one picture.
 */
class SparingSigma extends Sigma {
  override createWebGLContext(id: string, options: Parameters<Sigma['createWebGLContext']>[1]) {
    if (id !== 'hoverNodes') {
      // Lines are drawn upon those of the frames before: see `crowd.ts`.
      return super.createWebGLContext(id, { ...options, picking: false, preserveDrawingBuffer: id === 'edges' });
    }
    // Sigma wants a layer of that name; its context is that of the nodes.
    this.createCanvas(id, {});
    return super.createWebGLContext(id, { canvas: this.getCanvases().nodes });
  }

  /** With the next frame, unless it has to be at once. */
  override refresh(options?: Parameters<Sigma['refresh']>[0]) {
    return super.refresh({ schedule: true, ...options });
  }
}

/** Sigma's own layers; each that nothing is drawn on would be laid over the view, and cleared, in every frame. */
const DRAWN_ON = ['edges', 'nodes'];
const UNUSED = ['edgeLabels', 'labels', 'hovers', 'hoverNodes'];

/**
 * Sigma with the scene's own programs: it keeps the camera and listens; all that is drawn is drawn from the stage.
 *
 * @throws when the browser gives no WebGL 2.
 */
export function openSigma(
  container: HTMLElement,
  nodes: AbstractGraph,
  stage: Stage,
  { still, homeRatio, nodeAt }: SigmaChoices,
): Sigma {
  try {
    const sigma = new SparingSigma(nodes, container, {
      allowInvalidContainer: true,
      stagePadding: 0,
      renderLabels: false,
      enableCameraRotation: false,
      ...(still && { inertiaDuration: 1, zoomDuration: 1 }),
      zoomToSizeRatioFunction: (ratio) => Math.sqrt(ratio / homeRatio()),
      defaultDrawNodeHover: () => {},
      nodeProgramClasses: { circle: sigmaProgram((gl) => createDiscs(gl, stage)) },
      nodeHoverProgramClasses: { circle: sigmaProgram(nothing) },
      edgeProgramClasses: { line: sigmaProgram((gl) => createEdges(gl, stage)), arrow: sigmaProgram(nothing) },
    });
    const canvases = sigma.getCanvases();
    const contexts = DRAWN_ON.map((id) => canvases[id].getContext('webgl2'));
    for (const id of UNUSED) canvases[id]?.remove();
    // By inner names of Sigma's, whose version is pinned.
    Object.assign(sigma, {
      getNodeAtPosition: (place: Point) => nodeAt(place)?.toString() ?? null,
      renderHighlightedNodes() {},
      clear() {
        if (stage.lineSpan[0] > 0) return;
        for (const gl of contexts) gl?.clear(gl.COLOR_BUFFER_BIT);
      },
    });
    // The frame is fixed: whatever moves inside it, the camera sees it where it is.
    return sigma.setCustomBBox({ x: [-1, 1], y: [-1, 1] });
  } catch (cause) {
    container.replaceChildren();
    // Without any WebGL, Sigma trips over the context it did not get.
    const missing = document.createElement('canvas').getContext('webgl2') === null;
    throw missing ? new Error(NO_WEBGL2, { cause }) : cause;
  }
}

export function drawsInSoftware(sigma: Sigma): boolean {
  const gl = sigma.getCanvases().nodes.getContext('webgl2');
  if (!gl) return false;
  // Some browsers tell the name only here.
  const renderer = gl.getExtension('WEBGL_debug_renderer_info')?.UNMASKED_RENDERER_WEBGL;
  return [gl.RENDERER, renderer].some(
    (name) => name !== undefined && isSoftwareGraphics(String(gl.getParameter(name))),
  );
}
