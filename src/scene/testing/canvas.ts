/** What tests do with a scene's canvases as a visitor and their eyes would. Places are CSS pixels of the viewport. */

interface Place {
  x: number;
  y: number;
}

/** An element for a scene at the upper left corner of an empty page, whose paper is rgb(250 250 240) and whose ember is pure red. */
export function sceneContainer(width: number, height: number): HTMLElement {
  document.documentElement.style.setProperty('--paper', 'rgb(250, 250, 240)');
  document.documentElement.style.setProperty('--ember', 'rgb(255, 0, 0)');
  const container = document.createElement('div');
  Object.assign(container.style, { position: 'absolute', inset: '0', width: `${width}px`, height: `${height}px` });
  document.body.replaceChildren(container);
  return container;
}

export function canvasOf(container: HTMLElement, layer: string): HTMLCanvasElement {
  const canvas = container.querySelector<HTMLCanvasElement>(`.sigma-${layer}`);
  if (!canvas) throw new Error(`the scene has no layer "${layer}"`);
  return canvas;
}

/** The colour of a layer at a place, to be read in the frame that drew it. */
export function pixelAt(container: HTMLElement, { x, y }: Place, layer: 'nodes' | 'edges' = 'nodes'): number[] {
  const gl = canvasOf(container, layer).getContext('webgl2');
  if (!gl) throw new Error(`the ${layer} are drawn without WebGL 2`);
  const ratio = gl.drawingBufferWidth / container.clientWidth;
  const pixel = new Uint8Array(4);
  gl.bindFramebuffer(gl.FRAMEBUFFER, null);
  gl.readPixels(x * ratio, gl.drawingBufferHeight - 1 - y * ratio, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
  return [...pixel];
}

/** How many pixels of a 2-D layer are painted. */
export function inkOn(container: HTMLElement, layer: string): number {
  const canvas = canvasOf(container, layer);
  const context = canvas.getContext('2d');
  if (!context) throw new Error(`"${layer}" is no 2-D layer`);
  return context.getImageData(0, 0, canvas.width, canvas.height).data.filter((byte, i) => i % 4 === 3 && byte > 0)
    .length;
}

export function click(container: HTMLElement, place: Place): void {
  const at = { clientX: place.x, clientY: place.y, bubbles: true, view: window };
  for (const type of ['mousedown', 'mouseup', 'click']) {
    canvasOf(container, 'mouse').dispatchEvent(new MouseEvent(type, at));
  }
}
