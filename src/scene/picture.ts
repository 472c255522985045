import type Sigma from 'sigma';

/**
 * What a scene shows, in one canvas of so many pixels to a CSS pixel. A WebGL canvas keeps nothing once it has been shown, so
 * it is drawn anew and read in the same task; then drawn again as it was, so that nothing is seen of it.
 *
 * @param draw draws a frame now.
 */
export function pictureOf(sigma: Sigma, ratio: number, draw: () => void): HTMLCanvasElement {
  const { width, height } = sigma.getDimensions();
  const picture = document.createElement('canvas');
  picture.width = Math.round(width * ratio);
  picture.height = Math.round(height * ratio);
  const context = picture.getContext('2d');
  if (!context) throw new Error('This browser gives no 2-D canvas, which pictures are drawn on');
  const usual = window.devicePixelRatio;
  try {
    atPixelRatio(ratio, () => {
      sigma.resize(true);
      draw();
      // As they lie on each other on the page.
      const layers = [...sigma.getContainer().querySelectorAll('canvas')];
      for (const layer of layers) context.drawImage(layer, 0, 0, picture.width, picture.height);
    });
  } finally {
    if (usual !== ratio) {
      sigma.resize(true);
      draw();
    }
  }
  return picture;
}

/** Sigma and the layers take the ratio from the window, and from nowhere else. */
function atPixelRatio(ratio: number, draw: () => void): void {
  const own = Object.getOwnPropertyDescriptor(window, 'devicePixelRatio');
  Object.defineProperty(window, 'devicePixelRatio', { value: ratio, configurable: true });
  try {
    draw();
  } finally {
    if (own) Object.defineProperty(window, 'devicePixelRatio', own);
    else Reflect.deleteProperty(window, 'devicePixelRatio');
  }
}
