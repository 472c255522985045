import { nodeCss } from '../encoding/node-css';

/** What the film strip draws. */
export interface FilmSource {
  /** (K+1) of (N, 3) row-major, centred on 0. */
  projections: readonly Float32Array[];
  /** (N, 4) RGBA bytes of the nodes at a hop. */
  colours: (hop: number) => Uint8ClampedArray;
}

/** Dots a thumbnail at most: more do not fit in 60 pixels. Above it every n-th node is drawn. */
const MOST_DOTS = 600;

const EDGE = 5;

/** Pixels a unit of the projection: one for all hops, so that the farthest node of any hop just fits. */
export function trueScale(projections: readonly Float32Array[], cell: { width: number; height: number }): number {
  let farthestX = 0;
  let farthestY = 0;
  for (const scores of projections) {
    for (let i = 0; i < scores.length; i += 3) {
      farthestX = Math.max(farthestX, Math.abs(scores[i] ?? 0));
      farthestY = Math.max(farthestY, Math.abs(scores[i + 1] ?? 0));
    }
  }
  const across = farthestX === 0 ? Number.POSITIVE_INFINITY : (cell.width / 2 - EDGE) / farthestX;
  const up = farthestY === 0 ? Number.POSITIVE_INFINITY : (cell.height / 2 - EDGE) / farthestY;
  const scale = Math.min(across, up);
  return Number.isFinite(scale) ? Math.max(0, scale) : 1;
}

interface Emphasis {
  /** How many times larger its dots are, for a picture with more room. */
  larger?: number;
  /** A node with a ring around it, and the ring's colour. */
  ringed?: { node: number; colour: string } | null;
}

/** Draws one hop's embedding around `centre`; y points up, as in the embedding view. */
export function drawThumbnail(
  pen: CanvasRenderingContext2D,
  source: FilmSource,
  hop: number,
  centre: { x: number; y: number },
  scale: number,
  { larger = 1, ringed = null }: Emphasis = {},
): void {
  const scores = source.projections[hop];
  if (!scores) return;
  const rgba = source.colours(hop);
  const nodes = scores.length / 3;
  const every = Math.max(1, Math.ceil(nodes / (MOST_DOTS * larger ** 2)));
  const radius = larger * (nodes > 200 ? 1.1 : 1.6);
  const circle = (node: number, size: number) => {
    pen.beginPath();
    const [x, y] = [(scores[3 * node] ?? 0) * scale, (scores[3 * node + 1] ?? 0) * scale];
    pen.arc(centre.x + x, centre.y - y, size, 0, 2 * Math.PI);
  };
  for (let node = 0; node < nodes; node += every) {
    pen.fillStyle = nodeCss(rgba, node);
    circle(node, radius);
    pen.fill();
  }
  if (ringed === null) return;
  pen.fillStyle = nodeCss(rgba, ringed.node);
  circle(ringed.node, radius);
  pen.fill();
  pen.strokeStyle = ringed.colour;
  pen.lineWidth = 1.5;
  circle(ringed.node, radius + 2.5);
  pen.stroke();
}
