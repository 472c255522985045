import { memo, useEffect, useRef } from 'react';
import { type Columns, centreOf, stridedHops } from './columns';
import './film-strip.css';
import { keepDrawn } from './keep-drawn';
import { drawThumbnail, type FilmSource, trueScale } from './thumbnail';

export const THUMBNAIL_HEIGHT = 56;

interface FilmStripProps {
  /** Null leaves the frames empty. */
  source: FilmSource | null;
  columns: Columns;
}

interface FilmFrameProps {
  source: FilmSource;
  columns: Columns;
  hop: number;
}

/**
 * One thumbnail of the embedding a hop (every few hops where there is no room), all on one scale: the collapse is seen.
 * One canvas holds them all; stepping does not draw it again.
 */
export const FilmStrip = memo(function FilmStrip({ source, columns }: FilmStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = Math.round(columns.width * columns.count + 2 * columns.inset);
  useEffect(() => {
    if (!source) return undefined;
    return keepDrawn(canvas.current, { width, height: THUMBNAIL_HEIGHT }, (pen) => {
      const cell = { width: columns.thumbnail, height: THUMBNAIL_HEIGHT };
      const scale = trueScale(source.projections, cell);
      for (const hop of stridedHops(columns)) {
        drawThumbnail(pen, source, hop, { x: centreOf(columns, hop), y: THUMBNAIL_HEIGHT / 2 }, scale);
      }
    });
  }, [source, columns, width]);
  return (
    <div className="film-strip" aria-hidden="true">
      {stridedHops(columns).map((hop) => (
        <span
          key={hop}
          className="film-cell"
          style={{ left: centreOf(columns, hop), width: columns.thumbnail, height: THUMBNAIL_HEIGHT }}
        />
      ))}
      <canvas ref={canvas} className="film-canvas" style={{ width, height: THUMBNAIL_HEIGHT }} />
    </div>
  );
});

/** The thumbnail of one hop that has none in the strip, larger than life over its neighbours. */
export function FilmFrame({ source, columns, hop }: FilmFrameProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = columns.thumbnail;
  useEffect(() => {
    return keepDrawn(canvas.current, { width, height: THUMBNAIL_HEIGHT }, (pen) => {
      const scale = trueScale(source.projections, { width, height: THUMBNAIL_HEIGHT });
      drawThumbnail(pen, source, hop, { x: width / 2, y: THUMBNAIL_HEIGHT / 2 }, scale);
    });
  }, [source, hop, width]);
  return <canvas ref={canvas} className="film-frame" style={{ width, height: THUMBNAIL_HEIGHT }} />;
}
