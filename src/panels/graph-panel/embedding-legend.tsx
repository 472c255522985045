import { useMemo } from 'react';
import { useTheme } from '../../charts/use-theme';
import { embeddingColour } from '../../encoding/embedding-colour';
import { css } from '../../encoding/oklab';
import { Term } from '../term';
import './embedding-legend.css';

/** Squares to a side. */
const SIDE = 7;

/** The colours of the embedding: its first component across, its second up; the third makes them lighter. */
export function EmbeddingLegend() {
  const theme = useTheme();
  const squares = useMemo(
    () =>
      Array.from({ length: SIDE * SIDE }, (_, i) => {
        const [across, up] = [(i % SIDE) - 3, 3 - Math.floor(i / SIDE)];
        return css(embeddingColour(across / 3, up / 3, 0, 1, theme));
      }),
    [theme],
  );
  return (
    <div className="embedding-legend" data-control="embedding-legend">
      <svg viewBox={`0 0 ${SIDE} ${SIDE}`} width="35" height="35" aria-hidden="true">
        {squares.map((colour, i) => (
          <rect key={i} x={i % SIDE} y={Math.floor(i / SIDE)} width="1.02" height="1.02" fill={colour} />
        ))}
      </svg>
      <Term name="embeddingColours">Colour is likeness in the embedding</Term>
    </div>
  );
}
