import { rememberDrawing } from './drawing-of';

/** Draws on a canvas now, and again when a lost graphics device has taken the picture with it. @returns how to stop. */
export function keepDrawn(
  canvas: HTMLCanvasElement | null,
  size: { width: number; height: number },
  draw: (pen: CanvasRenderingContext2D) => void,
): (() => void) | undefined {
  if (!canvas) return undefined;
  const again = () => draw(penFor(canvas, size));
  again();
  rememberDrawing(canvas, draw);
  canvas.addEventListener('contextrestored', again);
  return () => canvas.removeEventListener('contextrestored', again);
}

/** A cleared context that draws in CSS pixels. @throws {Error} when the browser has no 2-D canvas. */
function penFor(canvas: HTMLCanvasElement, { width, height }: { width: number; height: number }) {
  const ratio = Math.min(2, window.devicePixelRatio || 1);
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('small pictures of the embedding need a 2-D canvas, which this browser refused');
  pen.scale(ratio, ratio);
  return pen;
}
