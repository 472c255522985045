import { useEffect, useRef } from 'react';
import './embedding-canvas.css';
import { keepDrawn } from './keep-drawn';
import { drawThumbnail, type FilmSource, trueScale } from './thumbnail';
import { useWidth } from './use-width';

interface EmbeddingCanvasProps {
  source: FilmSource;
  hop: number;
  /** `true`: one scale for all hops; `zoomed`: this one fills the picture. */
  scale: 'true' | 'zoomed';
  /** A node with a ring around it, or null. */
  ringed: number | null;
  label: string;
}

const HEIGHT = 132;

/** The embedding of one hop as a small picture: a plain canvas, of which there can be several. */
export function EmbeddingCanvas({ source, hop, scale, ringed, label }: EmbeddingCanvasProps) {
  const [frame, width] = useWidth<HTMLDivElement>(200);
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const size = { width, height: HEIGHT };
    const ring = canvas.current && ringed !== null && { node: ringed, colour: getComputedStyle(canvas.current).color };
    return keepDrawn(canvas.current, size, (pen) => {
      const { projections } = source;
      const pixels = trueScale(scale === 'zoomed' ? [projections[hop]] : projections, size);
      drawThumbnail(pen, source, hop, { x: width / 2, y: HEIGHT / 2 }, pixels, { larger: 1.7, ringed: ring || null });
    });
  }, [source, hop, scale, ringed, width]);
  return (
    <div ref={frame} className="embedding-canvas">
      <canvas ref={canvas} role="img" aria-label={label} style={{ width, height: HEIGHT }} />
    </div>
  );
}
