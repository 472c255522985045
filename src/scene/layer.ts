import type Sigma from 'sigma';

/** A 2-D canvas among Sigma's own, as large as they are. */
export interface Layer {
  /** Clears it and gives its context, one unit to a CSS pixel. */
  clear(): CanvasRenderingContext2D;
}

/** @param before the Sigma layer it stands below. */
export function addLayer(sigma: Sigma, name: string, before: string): Layer {
  const canvas = sigma.createCanvas(name, { style: { pointerEvents: 'none' }, beforeLayer: before });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no 2-D canvas, which the views are drawn on');
  return {
    clear() {
      const { width, height } = sigma.getDimensions();
      const ratio = window.devicePixelRatio || 1;
      const [across, down] = [Math.round(width * ratio), Math.round(height * ratio)];
      if (canvas.width !== across || canvas.height !== down) {
        Object.assign(canvas, { width: across, height: down });
        Object.assign(canvas.style, { width: `${width}px`, height: `${height}px` });
        context.setTransform(ratio, 0, 0, ratio, 0, 0);
      }
      context.clearRect(0, 0, width, height);
      return context;
    },
  };
}
