/** The views on screen, by name, for the scripting API and the search box: what is drawn, and moving the camera. */

export type SceneName = 'graph' | 'embedding';

/** What a view draws at one moment. */
export interface Drawn {
  /** (N, 2) where each node is in the view's frame, a square from −1 to 1 with y upwards; no camera in it. */
  positions: Float32Array;
  /** (N) radius of each node in CSS pixels at home in a view that has room for it; no camera in it. */
  radii: Float32Array;
  /** (N, 4) RGBA bytes. Alpha is presence: 255, or less for a node that is faded into the paper. */
  colours: Uint8Array;
  /** (N) 1 for each node with a ring around it: one that is predicted wrong. */
  marks: Uint8Array;
  /** Whether a tween or messages are under way. */
  moving: boolean;
}

export interface SceneHandle {
  drawn(): Drawn;
  /** Where a node is in the browser's viewport, in CSS pixels: where to point to hit it. */
  viewportOf(node: number): { x: number; y: number };
  /** Moves the camera so that a node is in the middle, and nearer. */
  flyTo(node: number): void;
  /** Moves the camera so that all is in view. */
  fit(): void;
  /** What it shows now, with so many pixels to a CSS pixel. */
  picture(ratio: number): HTMLCanvasElement;
  /** Draws what it shows now by strokes of a context, one unit to a CSS pixel from the upper left corner. */
  paintOn(context: CanvasRenderingContext2D): void;
  /** Zooms about the middle: a factor of 2 is twice as large. */
  zoom(factor: number): void;
}

const handles = new Map<SceneName, SceneHandle>();

/** @returns how to take the view off the list, for when it leaves the screen. */
export function registerScene(name: SceneName, handle: SceneHandle): () => void {
  handles.set(name, handle);
  return () => {
    if (handles.get(name) === handle) handles.delete(name);
  };
}

/** @throws when that view is not on screen. */
export function sceneHandle(name: SceneName): SceneHandle {
  const handle = handles.get(name);
  if (!handle) throw new Error(`The ${name} view is not on screen: wait until the page has drawn it`);
  return handle;
}
